import type { BreakIt } from 'lab/authoring';
import { ownOrderAtOnce } from '../checks/own-order-at-once.ts';
import { ADA, browserOf, FORMS, given } from '../scenarios.ts';
import { listWindow } from '../window.ts';

export const enoughOfAPause: BreakIt = {
  id: 'enough-of-a-pause',
  promise: 'The page pauses for 100 ms before it reads, so Ada’s new order is in the list that she is shown.',
  program: 'starter',
  scenario: {
    id: 'an-order-and-a-look',
    given,
    instances: { page: 1 },
    play: async (stage) => {
      const browser = browserOf(stage);
      await browser.checkout(ADA, FORMS[0], 3);
      await browser.look(ADA);
      await stage.settled();
    },
  },
  places: [
    { schedule: 'crash-after@orders:commit:1', label: 'orders dies after it has stored the order' },
    { schedule: 'delay-60@broker:deliver:projection:1', label: 'the event is 60 ms late' },
    { schedule: 'lag-60@replica-1', label: 'the replica is 60 ms behind' },
    { schedule: 'crash-before@projection:commit:1', label: 'the projection dies before it stores the order' },
    { schedule: 'crash-after@projection:commit:1', label: 'the projection dies after it has stored the order' },
    { schedule: 'duplicate-0@broker:deliver:projection:1', label: 'the event comes twice' },
    { schedule: 'lag-100@replica-1', label: 'the replica is 100 ms behind' },
  ],
  verdict: ownOrderAtOnce.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'The list was there in time.',
  window: listWindow,
};

const HELD: Readonly<Record<string, string>> = {
  'crash-after@orders:commit:1':
    'The page’s call was cut off, so Ada was told nothing. Her browser sent the form again, with the same id, and orders told everybody of the order that it had.',
  'delay-60@broker:deliver:projection:1':
    '60 ms for the event and 15 for the replica are less than the pause. Nothing in the code says so.',
  'lag-60@replica-1': 'Four times as far behind as usual, and still within the pause.',
  'crash-after@projection:commit:1':
    'The row was there, and the replica copied it. That the event came once more changed nothing.',
  'duplicate-0@broker:deliver:projection:1': 'The second copy had the version that the list had, and was left out.',
};
