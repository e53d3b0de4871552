import { expect, test } from 'vitest';
import { modName, type PageParts, shortcutList } from './shortcut-list.ts';

const home: PageParts = { next: 'Overview', previous: undefined, sandbox: 'none', story: false };
const told = (parts: PageParts, mod = 'Ctrl') =>
  shortcutList(parts, mod).map(({ shortcuts }) => shortcuts.map(({ keys, does }) => `${keys.join(', ')}: ${does}`));

test('a page without an exercise lists what works there, and nothing else', () => {
  expect(told(home)).toEqual([['/: Search the course', 'n: Next: Overview', '?: Show this list']]);
});

test('an exercise has its keys, with the name that this keyboard has for Mod', () => {
  const [, exercise, timeline] = told({ ...home, sandbox: 'graded', story: true }, '⌘');
  expect(exercise).toContain('⌘ Enter: Check');
  expect(timeline).toHaveLength(2);
});

test('in a playground there is nothing to check, and both keys run', () => {
  expect(told({ ...home, sandbox: 'ungraded' })[1]![0]).toBe('Shift Enter, Ctrl Enter: Run');
});

test('only single letters can be switched off', () => {
  const groups = shortcutList({ ...home, sandbox: 'graded', story: true }, 'Ctrl');
  expect(groups.map(({ letters }) => letters)).toEqual([true, false, false]);
});

test('Mod is Command on a Mac and Ctrl elsewhere', () => {
  expect(['MacIntel', 'macOS', 'iPad', 'Win32', 'Linux x86_64', ''].map(modName)).toEqual([
    '⌘',
    '⌘',
    '⌘',
    'Ctrl',
    'Ctrl',
    'Ctrl',
  ]);
});
