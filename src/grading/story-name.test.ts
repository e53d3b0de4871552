import { expect, test } from 'vitest';
import { storyName } from './story-name.ts';

const checks = [{ id: 'one-mail', title: 'Each order gets one mail' }];

test('a story that nobody has played yet is not said to be in calm weather', () => {
  expect(storyName({ check: 'one-mail', schedule: 'calm' }, checks)).toBe(
    '“Each order gets one mail”, with no fault added',
  );
});

test('a story with faults is named with what it can be called aloud', () => {
  expect(storyName({ check: 'one-mail', schedule: 'crash-after@confirmation:mail:1' }, checks)).toMatch(
    /^“Each order gets one mail”, in a story with 1 fault, schedule [a-z]{5}$/,
  );
});
