import { randomBytes } from 'node:crypto';
import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { packCode, unpackCode } from './shared-code.ts';

const files = [
  { path: 'orders.ts', text: 'export default () => {}; // “Ada’s” ✓\n' },
  { path: 'relay.ts', text: '' },
];
const packed = (value: unknown) =>
  btoa(strFromU8(deflateSync(strToU8(JSON.stringify(value))), true))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

test('code comes out of an address as it went in', () => {
  const text = packCode(files)!;
  expect(text).toMatch(/^[\w-]+$/);
  expect(unpackCode(text)).toEqual({ kind: 'code', files });
});

test('code that is too long for an address is not put into one', () => {
  // Random characters do not get shorter.
  const noise = randomBytes(200_000).toString('base64');
  expect(packCode([{ path: 'orders.ts', text: noise }])).toBeUndefined();
});

test.each([
  ['nothing', ''],
  ['no base 64', '%%%'],
  ['half of it', packCode(files)!.slice(0, 30)],
  ['something else', packed({ files })],
  ['no files', packed([])],
  ['a name that leads elsewhere', packed([['../../etc/passwd.ts', '']])],
  [
    'a name that is twice there',
    packed([
      ['a.ts', ''],
      ['a.ts', ''],
    ]),
  ],
  [
    'two names that differ in capital letters only',
    packed([
      ['Relay.ts', ''],
      ['relay.ts', ''],
    ]),
  ],
  ['more files than a draft has', packed(Array.from({ length: 501 }, (_, index) => [`a${index}.ts`, '']))],
  ['a text that is none', packed([['a.ts', 4]])],
  ['a bomb', packed([['a.ts', 'x'.repeat(2_000_000)]])],
])('a link with %s is refused in words', (_, text) => {
  expect(unpackCode(text)).toMatchObject({ kind: 'broken', because: expect.stringContaining('Nothing was lost') });
});

test('a link says what is wrong with its code', () => {
  const twice = packed([
    ['Relay.ts', ''],
    ['relay.ts', ''],
  ]);
  expect(unpackCode(twice)).toMatchObject({ because: expect.stringContaining('differ in capital letters only') });
});
