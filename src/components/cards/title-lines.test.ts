import { expect, test } from 'vitest';
import { titleLines } from './title-lines.ts';

/** Every letter half as wide as it is high. */
const measure = (text: string, sizePx: number) => (text.length * sizePx) / 2;

test('a short title stands large in one line', () => {
  expect(titleLines('The outbox', 1072, measure)).toEqual({ lines: ['The outbox'], sizePx: 88 });
});

test('a long one is broken where both lines are most alike', () => {
  const { lines, sizePx } = titleLines('What event-driven architecture is and is not', 900, measure);
  expect(lines).toEqual(['What event-driven', 'architecture is and is not']);
  expect(sizePx).toBe(64);
});

test('nothing is ever wider than the card, as long as its words allow it', () => {
  const { lines, sizePx } = titleLines('one two three four five six seven eight nine ten', 640, measure);
  for (const line of lines) expect(measure(line, sizePx)).toBeLessThanOrEqual(640);
});
