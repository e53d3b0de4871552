import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeScale } from './time-scale.ts';

test('a second in which nothing happens is cut, and the forty milliseconds around it stay to be seen', () => {
  const scale = timeScale([0, 20, 40, 1_040, 1_080], 0, 1_080, 100, 1_100);
  expect(scale.segments.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['drawn', 0, 50],
    ['cut', 50, 1_030],
    ['drawn', 1_030, 1_080],
  ]);
  expect(scale.x(40) - scale.x(0)).toBeGreaterThan(300);
  expect(scale.hidden(500)).toBe(true);
  expect(scale.hidden(40)).toBe(false);
});

test('a wait that belongs to the story is drawn to scale', () => {
  expect(timeScale([0, 97, 197, 250], 0, 250, 0, 1_000).segments).toHaveLength(1);
});

test('later is never further left, and every moment is inside', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 2, maxLength: 40 }), (times) => {
      const sorted = [...times].sort((a, b) => a - b);
      const scale = timeScale(sorted, sorted[0]!, sorted.at(-1)!, 100, 900);
      const xs = sorted.map((at) => scale.x(at));
      return xs.every((x, i) => x >= 99.999 && x <= 900.001 && (i === 0 || x >= xs[i - 1]! - 0.001));
    }),
  );
});

test('numbers on the ruler stand apart from each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 300, max: 1_200 }), (to, width) => {
      const numbered = timeScale([0, to], 0, to, 0, width).ticks.filter((tick) => tick.numbered);
      return numbered.every((tick, i) => i === 0 || tick.x - numbered[i - 1]!.x >= 40);
    }),
  );
});
