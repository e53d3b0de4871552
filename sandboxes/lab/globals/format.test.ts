import { expect, test } from 'vitest';
import { format } from './format.ts';

const circle: { name: string; self?: unknown } = { name: 'a' };
circle.self = circle;
class Order {
  readonly id = 1;
}

test.each<[string, readonly unknown[], string]>([
  ['text stands as it is', ['hello', 'world'], 'hello world'],
  ['numbers, also minus zero', [1, -0, Number.NaN], '1 -0 NaN'],
  ['null and undefined', [null, undefined], 'null undefined'],
  ['a BigInt', [10n], '10n'],
  ['a symbol', [Symbol('s')], 'Symbol(s)'],
  ['an object with text in it', [{ id: 'a', 'no-name': 1 }], "{ id: 'a', 'no-name': 1 }"],
  ['a list', [[1, [2]]], '[ 1, [ 2 ] ]'],
  ['an empty object and list', [{}, []], '{} []'],
  ['a circle', [circle], "{ name: 'a', self: [Circular] }"],
  [
    'functions and classes',
    [function named() {}, () => {}, Order],
    '[Function: named] [Function (anonymous)] [Function: Order]',
  ],
  ['an instance, with its class', [new Order()], 'Order { id: 1 }'],
  [
    'a getter, which is not asked',
    [
      {
        get total() {
          throw new Error('asked');
        },
      },
    ],
    '{ total: [Getter] }',
  ],
  ['an error, without its stack', [new TypeError('no')], 'TypeError: no'],
  [
    'an error with a code',
    [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })],
    'Error: refused (ECONNREFUSED)',
  ],
  ['a map and a set', [new Map([['a', 1]]), new Set([1])], "Map(1) { 'a' => 1 } Set(1) { 1 }"],
  ['a date', [new Date(0)], '1970-01-01T00:00:00.000Z'],
  ['placeholders', ['%s has %d lines, %j', 'order', 2, { a: 1 }], 'order has 2 lines, { a: 1 }'],
  ['a percent sign without values', ['100 %d'], '100 %d'],
  ['an object without a prototype', [Object.create(null)], '[Object: null prototype] {}'],
])('%s', (_, values, expected) => {
  expect(format(values)).toBe(expected);
});

test('nothing that is printed can throw', () => {
  const proxy = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
      getPrototypeOf: () => {
        throw new Error('no');
      },
    },
  );
  expect(format([proxy])).toBe('[cannot be shown]');
});

test('what is too long or too deep is cut, and says so', () => {
  expect(format(['x'.repeat(5_000)])).toMatch(/… \(1000 more characters\)$/);
  expect(format([Array.from({ length: 200 }, () => 0)])).toContain('… 100 more items');
  expect(format([{ a: { b: { c: { d: { e: { f: 1 } } } } } }])).toContain('[Object]');
});
