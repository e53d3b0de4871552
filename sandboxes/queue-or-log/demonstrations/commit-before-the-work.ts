import type { BreakIt } from 'lab/authoring';
import { listFollowsTheLog } from '../checks/list-follows-the-log.ts';

export const commitBeforeTheWork: BreakIt = {
  id: 'the-offset-before-the-work',
  promise: 'Every order that is in the log is on the list in the end, as its last event left it.',
  program: 'wrong/commits-before-the-work',
  scenario: listFollowsTheLog.scenario,
  places: [
    {
      schedule: 'crash-before@order-list-1:offset:order-list:1',
      label: 'order-list-1 dies before it commits its first offset',
    },
    {
      schedule: 'crash-after@order-list-1:commit:1',
      label: 'order-list-1 dies after it has written its first row',
    },
    { schedule: 'crash-before@order-list-1:commit:1', label: 'order-list-1 dies before it has written its first row' },
    {
      schedule: 'fail-after@order-list-1:commit:1',
      label: 'the database writes the first row, and the answer is lost',
    },
    { schedule: 'fail-before@order-list-1:commit:1', label: 'the database refuses the first row' },
    { schedule: 'crash-after@confirmation:mail:1', label: 'confirmation dies after its first mail' },
  ],
  verdict: listFollowsTheLog.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Nothing was lost.',
};

const HELD: Readonly<Record<string, string>> = {
  'crash-before@order-list-1:offset:order-list:1':
    'Nothing had been committed, so the other instance was handed the same record. Here, dying early was lucky.',
  'crash-after@order-list-1:commit:1':
    'Offset and row both stood. Between them lies the gap, and this crash missed it.',
  'fail-after@order-list-1:commit:1':
    'The row stood, and the error came to a handler that would not be called again anyway. That was luck.',
  'crash-after@confirmation:mail:1':
    'Confirmation is a group of its own. Its crash is nothing to the list; that the mail may go out twice is lesson 5.',
};
