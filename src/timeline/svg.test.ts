import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escaped, px } from './svg.ts';

test('nothing of a text can be markup', () => {
  expect(escaped(`<img src=x onerror="alert('1')"> & more`)).toBe(
    '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more',
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escaped(text))));
});

test('what no document may hold becomes a replacement character', () => {
  expect(escaped('a\u0000b\u001Bc\uD800d')).toBe('a\uFFFDb\uFFFDc\uFFFDd');
  expect(escaped('😀')).toBe('😀');
});

test('a coordinate has one decimal and never a negative zero', () => {
  expect([px(1.26), px(-0.01), px(3)]).toEqual(['1.3', '0', '3']);
});
