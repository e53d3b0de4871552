import type { BreakIt } from 'lab/authoring';
import { newestInTheEnd } from '../checks/newest-in-the-end.ts';

export const whatCameLast: BreakIt = {
  id: 'what-came-last',
  promise: 'When all is quiet, the page shows the last state of Ada’s order: 4 pens.',
  program: 'starter',
  scenario: newestInTheEnd.scenario,
  places: [
    { schedule: 'crash-after@projection:commit:2', label: 'the projection dies after it has applied 3 pens' },
    { schedule: 'delay-300@broker:deliver:projection:3', label: 'the event of 4 pens is late' },
    { schedule: 'duplicate-0@broker:deliver:projection:2', label: 'the event of 3 pens comes twice in a row' },
    {
      schedule: 'duplicate-500@broker:deliver:projection:2',
      label: 'a copy of the event of 3 pens comes half a second later',
    },
    { schedule: 'delay-300@broker:deliver:projection:2', label: 'the event of 3 pens is late' },
    { schedule: 'fail-after@projection:commit:3', label: 'the database stores 4 pens, and its answer is lost' },
  ],
  verdict: newestInTheEnd.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'The last event came last.',
};

const HELD: Readonly<Record<string, string>> = {
  'crash-after@projection:commit:2':
    'The event was stored and not acknowledged, so it came again, at the head of the queue: 3 pens once more, and 4 pens after it.',
  'delay-300@broker:deliver:projection:3': 'The last event came later than it should, and still last.',
  'duplicate-0@broker:deliver:projection:2': 'Both copies lay in the queue before 4 pens, and were applied before it.',
  'fail-after@projection:commit:3':
    'The projection was told that it had failed, gave the event back, and stored 4 pens a second time. Nothing came in between.',
};
