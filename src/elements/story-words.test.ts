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
const grade = { kind: 'checked', code, results: [result] } as unknown as Grade;

test('a story is headed by what was seen in it', () => {
  expect(storyHeading({ link: { check: 'one-mail', schedule }, code }, grade, checks)).toBe('Ada got two mails');
});

test('another schedule of the same check, or other code, is not called by what was seen elsewhere', () => {
  const title = 'Each order gets one mail';
  const other = [{ path: 'orders.ts', text: 'b' }];
  expect(storyHeading({ link: { check: 'one-mail', schedule: 'calm' }, code }, grade, checks)).toBe(title);
  expect(storyHeading({ link: { check: 'one-mail', schedule }, code: other }, grade, checks)).toBe(title);
});
