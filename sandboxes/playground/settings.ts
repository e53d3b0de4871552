import type { Knob } from 'lab/authoring';

/** Parts of the blank order app that one may choose without writing them. */
export const settings: readonly Knob[] = [
  {
    id: 'partitions',
    label: 'Partitions of the log',
    options: [
      { id: '0', label: 'no log, queues' },
      { id: '1', label: '1' },
      { id: '3', label: '3' },
    ],
  },
  {
    id: 'pollMs',
    label: 'The relay looks into the outbox',
    options: [
      { id: '0', label: 'no outbox' },
      { id: '50', label: 'every 50 ms' },
      { id: '1_000', label: 'every second' },
    ],
  },
  {
    id: 'prefetch',
    label: 'Prefetch of a queue',
    options: [
      { id: '1', label: '1' },
      { id: '10', label: '10' },
    ],
  },
  {
    id: 'replicas',
    label: 'Replicas of the database',
    options: [
      { id: '0', label: 'none' },
      { id: '1', label: '1' },
      { id: '2', label: '2' },
    ],
  },
];
