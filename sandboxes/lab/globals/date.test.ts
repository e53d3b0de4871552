import { describe, expect, test } from 'vitest';
import { dateWith, EPOCH_MS } from './date.ts';

let now = EPOCH_MS;
const Simulated = dateWith(() => now);

test('time is what the clock says', () => {
  now = EPOCH_MS + 1_500;
  expect(Simulated.now()).toBe(EPOCH_MS + 1_500);
  expect(new Simulated().toISOString()).toBe('2026-01-05T09:00:01.500Z');
  expect((Simulated as unknown as () => string)()).toBe(
    'Mon Jan 05 2026 09:00:01 GMT+0000 (Coordinated Universal Time)',
  );
});

describe('a date', () => {
  test.each<[string, readonly unknown[], string]>([
    ['from a number', [0], '1970-01-01T00:00:00.000Z'],
    ['from its parts', [2026, 0, 5, 9, 30], '2026-01-05T09:30:00.000Z'],
    ['from another', [new Simulated(5)], '1970-01-01T00:00:00.005Z'],
    ['from ISO text', ['2026-01-05T09:30:00+02:00'], '2026-01-05T07:30:00.000Z'],
    ['from ISO text without a zone', ['2026-07-05T09:30'], '2026-07-05T09:30:00.000Z'],
    ['from a day', ['2026-07-05'], '2026-07-05T00:00:00.000Z'],
    ['from text as databases write it', ['2026-07-05 09:30:00'], '2026-07-05T09:30:00.000Z'],
    ['from English', ['July 5, 2026 09:30'], '2026-07-05T09:30:00.000Z'],
  ])('%s is the same in every time zone', (_, args, expected) => {
    expect(Reflect.construct(Simulated, args).toISOString()).toBe(expected);
  });

  test('lives in UTC', () => {
    const date = new Simulated(2026, 6, 5, 9, 30);
    expect([
      date.getFullYear(),
      date.getMonth(),
      date.getDate(),
      date.getDay(),
      date.getHours(),
      date.getMinutes(),
      date.getTimezoneOffset(),
    ]).toEqual([2026, 6, 5, 0, 9, 30, 0]);
    date.setHours(23, 59);
    expect(date.toISOString()).toBe('2026-07-05T23:59:00.000Z');
    expect(`${date.toDateString()} | ${date.toLocaleString()} | ${date}`).toBe(
      'Sun Jul 05 2026 | 7/5/2026, 11:59:00 PM | Sun Jul 05 2026 23:59:00 GMT+0000 (Coordinated Universal Time)',
    );
  });

  test('can be computed with, compared, subclassed and invalid', () => {
    class Day extends Simulated {}
    expect(new Day(1_000) instanceof Simulated).toBe(true);
    expect(+new Simulated(1_000) + 1).toBe(1_001);
    expect(new Simulated(1) < new Simulated(2)).toBe(true);
    expect(String(new Simulated('nonsense'))).toBe('Invalid Date');
    expect(JSON.stringify({ at: new Simulated(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
    expect(Simulated.UTC(1970, 0, 1)).toBe(0);
  });
});
