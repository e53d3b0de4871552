import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy } from './json.ts';

test('a copy is what JSON would make of a value', () => {
  const anything = fc.anything({
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      const text = JSON.stringify(value) as string | undefined;
      expect(copy(value)).toEqual(text === undefined ? undefined : JSON.parse(text));
    }),
    { numRuns: 1_000 },
  );
});

test('numbers that JSON does not know become what it makes of them', () => {
  expect(JSON.stringify(copy([Number.NaN, Number.POSITIVE_INFINITY]))).toBe('[null,null]');
  expect(copy([Number.NaN, { n: Number.NEGATIVE_INFINITY }])).toEqual([null, { n: null }]);
  expect(Object.is(copy({ zero: -0 }).zero, 0)).toBe(true);
});

test('a copy shares nothing with its original', () => {
  const original = { lines: [{ sku: 'a' }] };
  const copied = copy(original);
  copied.lines[0]!.sku = 'b';
  expect(original.lines[0]!.sku).toBe('a');
});

test('a property called __proto__ is one like any other', () => {
  const copied = copy(JSON.parse('{"__proto__": {"admin": true}, "a": 1}'));
  expect(Object.getPrototypeOf(copied)).toBe(Object.prototype);
  expect(Object.keys(copied)).toEqual(['__proto__', 'a']);
});

test('what a prototype lends is not copied', () => {
  expect(copy(Object.assign(Object.create({ lent: { deep: 1 } }), { own: 1 }))).toEqual({ own: 1 });
});

test('what JSON cannot say is refused in words', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(() => copy(circle)).toThrow('goes round in a circle');
  expect(() => copy({ amount: 1n })).toThrow('JSON has no BigInt');
});
