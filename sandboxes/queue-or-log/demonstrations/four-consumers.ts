import { is, type Prediction } from 'lab/authoring';
import { sixOrders } from './six-orders.ts';

export const fourConsumers: Prediction = {
  id: 'four-consumers-of-three-partitions',
  question:
    'A log has three partitions, and its reader runs in three instances. It is too slow, so a fourth instance is started in the same group. How many of the four get work?',
  program: 'shown/partitions',
  settings: { partitions: 3, key: 'none' },
  schedule: 'calm',
  scenario: sixOrders(4),
  options: [
    {
      id: '4',
      label: 'Four. The broker hands each record to whoever is free.',
      because: 'That is what a queue does. In a consumer group a partition belongs to one member at a time.',
    },
    {
      id: '3',
      label: 'Three. The fourth has nothing to do.',
      because:
        'Three partitions can be dealt out to three members. The fourth is a spare: it gets a partition when another dies.',
    },
    {
      id: '0',
      label: 'None. The broker refuses the group until the numbers fit.',
      because: 'A group may have any number of members. Those without a partition wait, and nobody complains.',
    },
  ],
  outcome: (trace) => String(new Set(trace.filter(is('read')).map(({ instance }) => instance)).size),
};
