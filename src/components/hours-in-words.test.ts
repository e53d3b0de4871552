import { expect, test } from 'vitest';
import { hoursInWords } from './hours-in-words.ts';

test.each([
  [15, 'a quarter of an hour'],
  [30, 'half an hour'],
  [60, 'an hour'],
  [75, 'an hour and a quarter'],
  [300, 'five hours'],
  [325, 'five and a half hours'],
  [720, '12 hours'],
])('%i minutes are %s', (minutes, words) => {
  expect(hoursInWords(minutes)).toBe(words);
});
