import { expect, test } from 'vitest';
import { letterAct, type Press } from './letter-key.ts';

const press = (key: string, other: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  defaultPrevented: false,
  ...other,
});

test('four keys mean something, and no other letter does', () => {
  expect(['/', '?', 'n', 'p', 'g', 'N', 'Enter', 'toString'].map((key) => letterAct(press(key), false))).toEqual([
    'search',
    'shortcuts',
    'next',
    'previous',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('whoever types, holds a modifier or composes a letter means something else', () => {
  expect(letterAct(press('n'), true)).toBeUndefined();
  for (const held of ['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'repeat', 'defaultPrevented'] as const)
    expect(letterAct(press('n', { [held]: true }), false), held).toBeUndefined();
});
