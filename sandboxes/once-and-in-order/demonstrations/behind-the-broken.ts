import { is, type Prediction } from 'lab/authoring';
import { ADA, added, GRACE, inOutbox, withoutPoints } from '../facts.ts';
import { accountsOf } from '../reading.ts';

export const behindTheBroken: Prediction = {
  id: 'behind-a-broken-record',
  question:
    'Now the facts are in a log with one partition, keyed by order, and points reads it with the client alone. Ada’s second line comes without its points, and the handler throws. Grace’s line lies behind it. When is it counted?',
  program: 'shown/reads-a-log',
  schedule: 'calm',
  scenario: {
    id: 'a-broken-record-ahead',
    play: async ({ publisher, settled }) => {
      for (const fact of inOutbox([added(ADA, 1, 10), withoutPoints(added(ADA, 2, 20)), added(GRACE, 1, 7)]))
        await publisher.publish('order-facts', fact, { key: fact.orderId });
      await settled(3_000);
    },
  },
  options: [
    {
      id: 'at-once',
      label: 'At once. It has another key, so it does not wait for Ada’s.',
      because:
        'The key chooses the partition. Both orders were sent to the same one, and a partition has one position for a group, not one for each key.',
    },
    {
      id: 'later',
      label: 'After some tries. Then the record is put aside.',
      because:
        'A queue has a delivery limit, and a framework around the client may count tries and put the record aside. With the client alone nobody counts: the position moves on when the handler has returned, and it never returns.',
    },
    {
      id: 'never',
      label: 'Never, as long as the handler throws.',
      because:
        'The record at the head is tried again and again, and everything behind it waits, whoever it is about. What is to happen with it is for the consumer to decide.',
    },
  ],
  outcome: (trace) => {
    const [counted] = accountsOf(trace, GRACE);
    if (!counted) return 'never';
    return trace.filter(is('read')).length > 3 ? 'later' : 'at-once';
  },
};
