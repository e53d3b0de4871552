import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '#timeline/text-columns.ts';
import { plainInk } from '#timeline/text-ink.ts';
import { painted } from '#timeline/text-runs.ts';
import { excerptRows } from './text-excerpt.ts';

const excerpt = (text: string, line: number, column: number, columns = 60) =>
  painted(excerptRows({ path: 'a.ts', line, column }, [{ path: 'a.ts', text }], columns), plainInk).split('\n');

test('the caret stands under its column, whatever is wide before it', () => {
  expect(excerpt('one\ntwo', 2, 2)).toEqual(['2 │ two', '  │  ^']);
  expect(excerpt('\tx', 1, 2)).toEqual(['1 │   x', '  │   ^']);
  expect(excerpt('注x', 1, 2)).toEqual(['1 │ 注x', '  │   ^']);
  expect(excerpt('\u001bx', 1, 2)).toEqual(['1 │ \\u001bx', '  │       ^']);
});

test('of a long line what is around the caret is shown', () => {
  const [code, caret] = excerpt(`${'a'.repeat(80)}X${'b'.repeat(80)}`, 1, 81, 40);
  expect(code).toMatch(/^1 │ …a+Xb+…$/);
  expect(code?.[caret!.length - 1]).toBe('X');
});

test('there is nothing to show of a line that is not there', () => {
  expect(excerpt('one', 7, 1)).toEqual(['']);
  expect(painted(excerptRows({ path: 'b.ts', line: 1, column: 1 }, [], 60), plainInk)).toBe('');
});

test('it fits, wherever the caret is', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.integer({ min: 1, max: 210 }),
      fc.integer({ min: 16, max: 90 }),
      (text, column, columns) => {
        for (const line of excerpt(text, 1, column, columns)) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      },
    ),
  );
});
