import { committed, type Prediction } from 'lab/authoring';
import { ada, created, grace, orderIdOf } from '../scenarios.ts';

export const stuckPartition: Prediction = {
  id: 'a-record-that-nobody-can-read',
  question:
    'The reader throws at one record, every time. Ada’s order lies behind it in the same partition, Grace’s in another. A minute later, who is on the list?',
  program: 'shown/partitions',
  settings: { partitions: 3, key: 'order' },
  schedule: 'calm',
  scenario: {
    id: 'a-record-that-throws',
    instances: { 'order-list': 2 },
    play: async (stage) => {
      await stage.publisher.publish('orders', { type: 'order.created' }, { key: orderIdOf(5) });
      await created(stage, orderIdOf(5), ada);
      await created(stage, orderIdOf(1), grace);
      await stage.sleep(60_000);
    },
  },
  options: [
    {
      id: 'both',
      label: 'Both. After some tries the broker puts the record aside.',
      because:
        'A queue with a delivery limit does. A consumer group has no such limit: the record comes again until its offset is committed.',
    },
    {
      id: 'grace',
      label: 'Grace. Ada’s partition stands still.',
      because:
        'A partition goes on when the record at its head is done, and this one never is. The other partitions have heads of their own.',
    },
    {
      id: 'nobody',
      label: 'Nobody. The group is stuck.',
      because: 'Each partition is read for itself, so the other two go on.',
    },
  ],
  outcome: (trace) => {
    const listed = new Set(committed(trace, 'order_list').map(({ row }) => row.email));
    if (!listed.has(grace.email)) return 'nobody';
    return listed.has(ada.email) ? 'both' : 'grace';
  },
};
