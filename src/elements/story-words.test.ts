import { expect, test } from 'vitest';
import type { Grade } from '#stores/session-state.ts';
import { storyHeading } from './story-words.ts';

const code = [{ path: 'orders.ts', text: 'a' }];
const checks = [{ id: 'one-mail', title: 'Each order gets one mail' }];
const schedule = 'crash-after@confirmation:mail:1';
const fault = { kind: 'crash', moment: 'after', point: 'confirmation:mail:1' } as const;
const result = {
  check: 'one-mail',
  outcome: 'failed',
  because: 'Ada got two mails: at 3 ms and at 9 ms.',
  schedule: [fault],
};
const story = { trace: [] };
const grade = { kind: 'checked', code, results: [result] } as unknown as Grade;

test('a story is headed by what was seen in it', () => {
  expect(storyHeading({ link: { check: 'one-mail', schedule }, code, story }, grade, checks)).toBe('Ada got two mails');
});

test('another schedule of the same check, or other code, is not called by what was seen elsewhere', () => {
  const title = 'Each order gets one mail';
  const other = [{ path: 'orders.ts', text: 'b' }];
  expect(storyHeading({ link: { check: 'one-mail', schedule: 'calm' }, code, story }, grade, checks)).toBe(title);
  expect(storyHeading({ link: { check: 'one-mail', schedule }, code: other, story }, grade, checks)).toBe(title);
});

test('a run in which the scenario stops a process is not said to be in calm weather', () => {
  const stopped = {
    seq: 0,
    at: 5,
    kind: 'crashed',
    because: 'stopped',
    process: 'projection',
    instance: 1,
    life: 1,
  } as const;
  const run = { link: { schedule: 'calm' }, code };
  expect(storyHeading({ ...run, story }, grade, checks)).toBe('Your run, in calm weather');
  expect(storyHeading({ ...run, story: { trace: [stopped] } }, grade, checks)).toBe('Your run');
});
