import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { Modules } from './modules.ts';

const nothing = { get: () => undefined };

function load(files: Readonly<Record<string, string>>): Record<string, unknown> {
  const program = compile(new Map(Object.entries({ 'deployment.ts': '', ...files })));
  return new Modules(program, nothing).load('main.ts');
}

test('a module runs once, however often it is imported', () => {
  const loaded: string[] = [];
  const program = compile(
    new Map([
      ['deployment.ts', ''],
      ['main.ts', "import './a.ts'; import './b.ts';"],
      ['a.ts', "import './b.ts';"],
      ['b.ts', ''],
    ]),
  );
  new Modules(program, nothing, (path) => loaded.push(path)).load('main.ts');
  expect(loaded).toEqual(['b.ts', 'a.ts', 'main.ts']);
});

test('an import that nothing uses is loaded all the same, as in Node', () => {
  const loaded: string[] = [];
  const program = compile(
    new Map([
      ['deployment.ts', ''],
      ['main.ts', "import { unused } from './a.ts'; import type { T } from './b.ts'; export const t: T = 1;"],
      ['a.ts', 'export const unused = 1;'],
      ['b.ts', 'export type T = number;'],
    ]),
  );
  new Modules(program, nothing, (path) => loaded.push(path)).load('main.ts');
  expect(loaded).toEqual(['a.ts', 'main.ts']);
});

test('functions of an import cycle can call each other, even while modules load', () => {
  const { answer } = load({
    'main.ts': "import { b } from './b.ts'; export const answer = b(); export function a() { return 'a'; }",
    'b.ts': "import { a } from './main.ts'; export function b() { return 'b' + a(); }",
  });
  expect(answer).toBe('ba');
});

test('an import cycle that asks for a value too early says so', () => {
  const files = {
    'main.ts': "import './b.ts'; export const rate = 2;",
    'b.ts': "import { rate } from './main.ts'; export const twice = rate * 2;",
  };
  expect(() => load(files)).toThrow(
    'main.ts has not come to its export “rate” yet: the files import each other in a circle.',
  );
});

test('a value of an import cycle is there once its module has run', () => {
  const { later } = load({
    'main.ts': "import { later } from './b.ts'; export let count = 1; count++; export { later };",
    'b.ts': "import { count } from './main.ts'; export const later = () => count;",
  });
  expect((later as () => number)()).toBe(2);
});

test('exported bindings are live', () => {
  const { count, add } = load({
    'main.ts': "import { count, add } from './b.ts'; export const read = () => count; export { count, add };",
    'b.ts': 'export let count = 0; export const add = () => ++count;',
  }) as { count: number; add: () => number };
  expect([count, add()]).toEqual([0, 1]);
});

test('a module may declare any name that the sandbox hides', () => {
  const { all } = load({
    'main.ts':
      'const process = 1, name = 2, window = 3, fetch = 4; function close() { return 5; } export const all = [process, name, window, fetch, close()];',
  });
  expect(all).toEqual([1, 2, 3, 4, 5]);
});

test('what the machine underneath has is not there', () => {
  const { kinds } = load({
    'main.ts':
      'export const kinds = [typeof process, typeof window, typeof self, typeof Buffer, typeof postMessage, typeof Worker];',
  });
  expect(new Set(kinds as string[])).toEqual(new Set(['undefined']));
});

test('what lab gives cannot be changed', () => {
  expect(() => load({ 'main.ts': "import * as lab from 'lab'; (lab as Record<string, unknown>).table = 1;" })).toThrow(
    TypeError,
  );
});
