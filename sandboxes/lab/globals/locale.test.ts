import 'lab/authoring';
import { expect, test } from 'vitest';

test('without a language, methods speak American English in UTC', () => {
  expect((1234.5).toLocaleString()).toBe('1,234.5');
  expect([1234].toLocaleString()).toBe('1,234');
  expect(1234n.toLocaleString()).toBe('1,234');
  expect(new Date(0).toLocaleDateString()).toBe('1/1/1970');
  expect(new Date(0).toLocaleTimeString()).toMatch(/^12:00:00\sAM$/);
  expect(['ä', 'z', 'a'].sort((a, b) => a.localeCompare(b))).toEqual(['a', 'ä', 'z']);
});

test('a language that is asked for is spoken', () => {
  expect((1234.5).toLocaleString('de-DE')).toBe('1.234,5');
  expect(new Date(0).toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo' })).toBe('09:00:00');
});
