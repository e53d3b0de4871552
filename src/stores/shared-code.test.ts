import { randomBytes } from 'node:crypto';
import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { expect, test, vi } from 'vitest';
import { packCode, unpackCode } from './shared-code.ts';

const made = vi.hoisted(() => ({ bytes: 0 }));

/** The library as it is, with a count of what it has inflated. */
vi.mock('fflate', async (original) => {
  const fflate = await original<typeof import('fflate')>();
  class Inflate extends fflate.Inflate {
    constructor(hear: ConstructorParameters<typeof fflate.Inflate>[0]) {
      super();
      const told = typeof hear === 'function' ? hear : undefined;
      this.ondata = (chunk, isLast) => {
        made.bytes += chunk.length;
        told?.(chunk, isLast);
      };
    }
  }
  return { ...fflate, Inflate };
});

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

test('a bomb is put out after its first slices, not once all of it has been inflated', () => {
  const bomb = packed([['a.ts', 'x'.repeat(45_000_000)]]);
  expect(bomb.length).toBeLessThan(60_000);
  made.bytes = 0;
  expect(unpackCode(bomb).kind).toBe('broken');
  expect(made.bytes).toBeGreaterThan(1_000_000);
  expect(made.bytes).toBeLessThan(3_000_000);
});

test('code of more than one slice comes out whole', () => {
  const long = [{ path: 'orders.ts', text: randomBytes(20_000).toString('base64') }];
  expect(unpackCode(packCode(long)!)).toEqual({ kind: 'code', files: long });
});
