import { expect, test } from 'vitest';
import { shortened, textWidth, wrapped } from './letters.ts';

test('a text is as wide as the font sets it', () => {
  // Measured in Chromium: 426.7 px at 12.5 px, weight 500; without kerning it is a little more.
  const width = textWidth('The confirmation process sends the same mail again, 97 ms, order.created', 12.5);
  expect(width).toBeGreaterThanOrEqual(426.6);
  expect(width).toBeLessThan(426.6 * 1.02);
});

test('a long name loses its middle, because names of a family differ at their end', () => {
  const short = shortened('service-with-a-very-long-name-b', 110, 14, 600);
  expect(short).toMatch(/^service.*….*b$/);
  expect(textWidth(short, 14, 600)).toBeLessThanOrEqual(110);
  expect(shortened('orders', 110, 14)).toBe('orders');
});

test('lines break between words, and inside a word only when it is wider than a line', () => {
  expect(wrapped('mail to Ada; the window closes', 90, 13)).toEqual(['mail to Ada;', 'the window', 'closes']);
  for (const line of wrapped('x'.repeat(200), 90, 13)) expect(textWidth(line, 13)).toBeLessThanOrEqual(90);
});
