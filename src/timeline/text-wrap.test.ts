import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, cutTo } from './text-columns.ts';
import { plainInk } from './text-ink.ts';
import { painted, run } from './text-runs.ts';
import { hung, wrapped } from './text-wrap.ts';

const lines = (text: string, columns: number) => painted(wrapped([run(text)], columns), plainInk).split('\n');

test('a line is broken at a space, and a word that is too long is broken itself', () => {
  expect(lines('the mail had left', 8)).toEqual(['the mail', 'had left']);
  expect(lines('an acknowledgement', 6)).toEqual(['an', 'acknow', 'ledgem', 'ent']);
});

test('a number and its unit stay together', () => {
  expect(lines('it took 94 ms', 10)).toEqual(['it took', '94 ms']);
});

test('each piece keeps its look across a break', () => {
  const marks = { ...plainInk, marked: (text: string) => `<${text}>` };
  const runs = [run('it '), run('was refused twice', 'marked'), run(', at once')];
  expect(painted(wrapped(runs, 10), marks)).toBe('it <was>\n<refused>\n<twice>, at\nonce');
});

test('wide letters take two columns, and accents none', () => {
  expect(columnsOf('注文')).toBe(4);
  expect(columnsOf('🦉')).toBe(2);
  expect(columnsOf('e\u0301’“”')).toBe(4);
  expect(lines('注文注文', 5)).toEqual(['注文', '注文']);
  expect(cutTo('注文注文', 5)).toBe('注文…');
});

test('rows that are hung begin at their column', () => {
  const rows = hung(wrapped([run('one two')], 3), 4, [run('ab  ')]);
  expect(painted(rows, plainInk)).toBe('ab  one\n    two');
});

test('no line is wider than it may be, and no letter is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 2, max: 40 }), (words, columns) => {
      const text = words.join(' ');
      const broken = lines(text, columns);
      for (const line of broken) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      const bare = (of: string) => painted([[run(of)]], plainInk).replace(/\s/g, '');
      expect(bare(broken.join(' '))).toBe(bare(text));
    }),
  );
});
