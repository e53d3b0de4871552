import { describe, expect, test } from 'vitest';
import { windowsSentence } from './worksheet-windows.ts';

describe('the windows of a run, in words', () => {
  test('all closed', () => {
    expect(windowsSentence(40, 0)).toBe('40 that opened and closed, in ms, from the shortest to the longest.');
  });

  test('some never closed', () => {
    expect(windowsSentence(38, 2)).toContain('2 never closed.');
    expect(windowsSentence(1, 1)).toBe(
      'One that opened and closed, in ms, from the shortest to the longest. One never closed.',
    );
  });

  test('none closed, or none opened', () => {
    expect(windowsSentence(0, 40)).toBe('None of 40 closed: no mail left after its order was stored.');
    expect(windowsSentence(0, 0)).toBe('No order was stored, so no window opened.');
  });
});
