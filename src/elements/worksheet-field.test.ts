import { expect, test } from 'vitest';
import { isSentence } from './worksheet-field.ts';

test.each(['', 'x', '. . . . . .', 'the broker is down'])('"%s" is too little to compare ours with', (text) => {
  expect(isSentence(text)).toBe(false);
});

test('a sentence of a few words can be compared, in any language', () => {
  expect(isSentence('Nobody knows while it is down.')).toBe(true);
  expect(isSentence('Брокер лежит, и никто не знает.')).toBe(true);
});
