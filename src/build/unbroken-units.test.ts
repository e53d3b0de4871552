import { expect, test } from 'vitest';
import { unbroken } from './unbroken-units.ts';

test('a number and its unit stay on one line', () => {
  expect(unbroken('from 706 ms to 1,630 ms, or 5 %')).toBe('from 706\u00a0ms to 1,630\u00a0ms, or 5\u00a0%');
  expect(unbroken('16 kB in 2 s.')).toBe('16\u00a0kB in 2\u00a0s.');
});

test('words that only begin like a unit are words', () => {
  expect(unbroken('3 services, 2 misses, 4 hours')).toBe('3 services, 2 misses, 4 hours');
});

test('code and the head of a file stay as they are written', () => {
  const text = '---\ntitle: 5 ms\n---\nIt takes 5 ms, as in `after 5 ms`.\n```ts\n// 5 ms\n```\nThen 6 ms.';
  expect(unbroken(text)).toBe(text.replace('takes 5 ms', 'takes 5\u00a0ms').replace('Then 6 ms', 'Then 6\u00a0ms'));
});
