import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('what would steer a terminal is written out', () => {
  expect(visible('\u001b[2J\u0007\r\n\t\u009b31m\u007f')).toBe(
    '\\u001b[2J\\u0007\\u000d\\u000a\\u0009\\u009b31m\\u007f',
  );
});

test('so is what turns a line around, what nobody sees and what is half a letter', () => {
  expect(visible('a\u202eb\u200bc\u2028d\ud800e\u{e0041}f')).toBe('a\\u202eb\\u200bc\\u2028d\\ud800e\\u{e0041}f');
});

test('letters of people stay as they are', () => {
  const text = 'Ada’s “order”, Zoë, 注文, שלום, 🦉 — ½ e\u0301';
  expect(visible(text)).toBe(text);
});

test('whatever comes, what is left can be seen, and stays the same when it comes again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (codes) => {
      const text = String.fromCodePoint(...codes);
      expect(UNSEEN.test(visible(text))).toBe(false);
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});

const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
