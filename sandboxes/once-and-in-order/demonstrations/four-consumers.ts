import type { Choice, Explorable, Trace } from 'lab/authoring';
import { ADA, added, doubled } from '../facts.ts';
import { accountsOf, pointsUpTo, versionsOf } from '../reading.ts';
import { telling } from './telling.ts';

const DUE = 25;

export const fourConsumers: Explorable = {
  id: 'four-consumers',
  title: 'Three facts, worth 25 points: a line of 10, a doubling, a line of 5',
  knobs: [
    {
      id: 'consumer',
      label: 'The consumer',
      options: [
        { id: 'naive', label: 'counts what comes' },
        { id: 'afterwards', label: 'notes the id in a second transaction' },
        { id: 'together', label: 'notes the id in the same transaction' },
        { id: 'versions', label: 'goes by versions and lets early ones wait' },
      ],
    },
    {
      id: 'copy',
      label: 'Copies',
      options: [
        { id: 'none', label: 'none' },
        { id: 'first', label: 'version 1 comes once more' },
      ],
    },
    {
      id: 'order',
      label: 'Order',
      options: [
        { id: 'told', label: 'as told' },
        { id: 'late', label: 'version 2 comes after version 3' },
      ],
    },
    {
      id: 'crash',
      label: 'It dies',
      options: [
        { id: 'none', label: 'not at all' },
        { id: 'before', label: 'before the commit of its second count' },
        { id: 'after', label: 'after the commit of its second count' },
      ],
    },
  ],
  shows: ({ consumer, copy, order, crash }) => ({
    program: 'shown/four-consumers',
    settings: { consumer: CONSUMERS[consumer as keyof typeof CONSUMERS] },
    hidden: ['go-by-versions.ts'],
    scenario: threeFacts,
    schedule:
      [
        ...(copy === 'none' ? [] : ['duplicate-600@broker:deliver:points:1']),
        ...(order === 'told' ? [] : ['delay-300@broker:deliver:points:2']),
        // Who notes ids afterwards commits twice for each fact.
        ...(crash === 'none' ? [] : [`crash-${crash}@points:commit:${consumer === 'afterwards' ? 3 : 2}`]),
      ].join() || 'calm',
  }),
  reads: (trace, choice) => `${states(trace)} ${meaning(trace, choice)}`,
};

const CONSUMERS = {
  naive: 'counts what comes',
  afterwards: 'notes ids afterwards',
  together: 'notes ids together',
  versions: 'goes by versions',
};

const threeFacts = telling('three-facts', [added(ADA, 1, 10), doubled(ADA, 2), added(ADA, 3, 5)], 50);

function states(trace: Trace): string {
  const points = accountsOf(trace, ADA).map((account) => account.points);
  const changes = points.filter((each, index) => each !== points[index - 1]);
  const last = changes.at(-1);
  const way = changes.length > 1 ? `went ${changes.slice(0, -1).join(', ')} and ended at ${last}` : `says ${last}`;
  return `Ada’s account ${way}. Due are ${DUE}.`;
}

function meaning(trace: Trace, choice: Choice): string {
  const { consumer, copy, order } = choice;
  const accounts = accountsOf(trace, ADA);
  const isRight = accounts.at(-1)?.points === DUE;
  const wasAlwaysRight = accounts.every(({ points, version }) => points === pointsUpTo(trace, ADA, version));
  if (isRight && wasAlwaysRight) return held(choice);
  // Whoever does not go by versions writes the account once for each count.
  const twice = consumer === 'versions' ? 0 : accounts.length - versionsOf(trace, ADA).length;
  const which = twice > 1 ? 'Two facts were' : `Version ${copy === 'first' && consumer === 'naive' ? 1 : 2} was`;
  if (order === 'told') return `${which} counted twice.`;
  if (twice > 0)
    return `${twice > 1 ? 'Two facts were' : 'One fact was'} counted twice, and the doubling came after what it should not double.`;
  return 'Each fact was counted once, and in the order in which they came: the doubling doubled too much.';
}

function held({ consumer, copy, order, crash }: Choice): string {
  if (copy === 'none' && order === 'told') {
    if (crash === 'none') return 'In calm weather all four are right.';
    if (crash === 'before')
      return 'The count was undone with its transaction, the message came back, and it was counted then.';
  }
  if (consumer === 'versions')
    return order === 'late'
      ? 'Version 3 was kept until version 2 had come, and the account never said what the order never had.'
      : 'The version was there already, so what came again changed nothing.';
  return 'The id was there already, so what came again was skipped.';
}
