import { parseScheduleId, scheduleId } from 'lab/authoring';
import { expect, test } from 'vitest';
import { faultsThere, placeWords } from './fault-words.ts';

test('a place is named by who does what, and for the how-manieth time', () => {
  expect(placeWords('orders:publish:order.created:2', 'publish')).toBe('orders publishes order.created, 2nd time');
  expect(placeWords('relay-2:commit:11', 'commit')).toBe('relay-2 commits, 11th time');
  expect(placeWords('broker:deliver:confirmation:1', 'deliver')).toBe('the broker delivers to confirmation, 1st time');
  expect(placeWords('confirmation:mail:23', 'mail')).toBe('confirmation sends a mail, 23rd time');
});

test('every fault that is offered is one that a schedule can name', () => {
  const offered = [
    ...faultsThere('orders:commit:1', 'commit'),
    ...faultsThere('broker:deliver:confirmation:1', 'deliver'),
  ];
  for (const { fault } of offered) expect(parseScheduleId(scheduleId([fault]))).toEqual([fault]);
});

test('an answer can only fail to arrive, and the one who answers hears nothing of it', () => {
  const failing = faultsThere('orders:answer:1', 'answer').filter(({ fault }) => fault.kind === 'fail');
  expect(failing.map(({ words }) => words)).toEqual(['it never arrives, and the caller sees a broken line']);
});
