import { expect, test } from 'vitest';
import { readCommand } from './command-line.ts';

const read = (...words: string[]) => readCommand(words, {}, true);

test('each command is read with what it takes', () => {
  expect(read('start')).toEqual({ kind: 'start', plain: false });
  expect(read('check', '--deep', '--plain')).toEqual({ kind: 'check', depth: 'deep', plain: true });
  expect(read('replay', 'confirmed-once', 'calm')).toEqual({
    kind: 'replay',
    words: ['confirmed-once', 'calm'],
    plain: false,
  });
});

test('the -- that a package manager hands on says nothing', () => {
  expect(read('check', '--', '--deep')).toMatchObject({ depth: 'deep' });
});

test('what a command does not know is named, and what it knows is said', () => {
  expect(() => read('check', 'deep')).toThrow(/^check does not know “deep”\. [\s\S]*npm run check -- --deep/);
  expect(() => read('check', '--deeply', '-x')).toThrow('check does not know “--deeply”, “-x”.');
  expect(() => read('check', '--deep=no')).toThrow('check does not know “--deep=no”.');
  expect(() => read('start', '--deep', 'orders.ts')).toThrow('start does not know “--deep”, “orders.ts”.');
  expect(() => read('replay', '--deep', 'calm')).toThrow('replay does not know “--deep”.');
  expect(() => read('grade')).toThrow('There is no command “grade”. Use one of these');
  expect(() => read()).toThrow(/^Use one of these/);
});

test('an option that npm takes for its own is asked for once more', () => {
  const kept = () => readCommand(['check'], { npm_config_deep: 'true' }, true);
  expect(kept).toThrow('npm has kept --deep for itself: write -- before it.');
});

test('where nothing is graded, nobody is told to check', () => {
  expect(() => readCommand([], {}, false)).toThrow(/npm start\n {2}npm run replay -- "<schedule>"$/);
});
