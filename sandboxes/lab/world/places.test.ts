import { describe, expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { placeIn } from './places.ts';

const program = compile(
  new Map([
    ['deployment.ts', ''],
    ['orders.ts', ''],
    ['shop/orders.ts', ''],
  ]),
);

describe('a stack trace', () => {
  test.each([
    [
      'of V8',
      'Error: no\n    at f (file:///lab/network/orders.ts:1:2)\n    at start (orders.ts:12:5)\n    at orders.ts:20:1',
      'orders.ts:12:5',
    ],
    ['of V8, in an async function', 'Error\n    at async orders.ts:7:3', 'orders.ts:7:3'],
    ['of SpiderMonkey', 'f@https://course.example/worker.js:1:2\nstart@orders.ts:12:5\n', 'orders.ts:12:5'],
    ['of JavaScriptCore, without a name', '@orders.ts:12:5', 'orders.ts:12:5'],
    ['with addresses before names', 'start@app:///orders.ts:12:5', 'orders.ts:12:5'],
    ['in a folder', 'Error\n    at start (shop/orders.ts:3:4)', 'shop/orders.ts:3:4'],
  ])('%s leads to the learner', (_, stack, expected) => {
    const place = placeIn(stack, program)!;
    expect(`${place.path}:${place.line}:${place.column}`).toBe(expected);
  });

  test.each([
    ['of ours alone', 'Error\n    at f (file:///somewhere/orders.ts:1:2)'],
    ['of another file', 'Error\n    at f (other.ts:1:2)'],
    ['whose message looks like a frame', 'Error: see orders.ts:1:2 for more'],
    ['that is none', undefined],
  ])('%s leads nowhere', (_, stack) => {
    expect(placeIn(stack, program)).toBeUndefined();
  });

  test('on the first line counts the columns from where the text begins', () => {
    const { indent } = program.modules.get('orders.ts')!;
    expect(placeIn(`Error\n    at orders.ts:1:${indent + 7}`, program)).toEqual({
      path: 'orders.ts',
      line: 1,
      column: 7,
    });
  });
});
