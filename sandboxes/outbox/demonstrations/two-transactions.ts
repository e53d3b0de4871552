import { type Choice, committed, type Explorable, type Scenario, type Trace } from 'lab/authoring';
import { factsOf } from '../reading.ts';
import { fromCommitToTelling } from '../window.ts';
import { stock } from './stock.ts';

export const twoTransactions: Explorable = {
  id: 'two-transactions',
  title: 'Two transactions, ids 1 and 2, and a relay',
  knobs: [
    {
      id: 'reads',
      label: 'What the relay reads',
      options: [
        { id: 'cursor', label: 'whatever has an id above the last' },
        { id: 'behind', label: 'the same, 100 ms behind' },
        { id: 'unpublished', label: 'whatever is unpublished' },
      ],
    },
    {
      id: 'first',
      label: 'Which commits first',
      options: [
        { id: '1', label: 'id 1' },
        { id: '2', label: 'id 2' },
      ],
    },
    {
      id: 'slow',
      label: 'The other one takes',
      options: [
        { id: '60', label: '60 ms longer' },
        { id: '250', label: '250 ms longer' },
      ],
    },
    {
      id: 'look',
      label: 'The relay looks',
      options: [
        { id: 'between', label: 'between the two commits' },
        { id: 'after', label: 'after both' },
      ],
    },
  ],
  shows: ({ reads, first, slow, look }) => ({
    program: 'shown/two-transactions',
    settings: {
      reads: READS[reads as keyof typeof READS],
      firstLookMs: LOOKS[look as keyof typeof LOOKS][slow as '60' | '250'],
    },
    scenario: twoAtOnce,
    schedule: `delay-${slow}@orders:commit:${first === '1' ? 2 : 1}`,
  }),
  reads: (trace, choice) => `${happened(trace)} ${meaning(trace, choice)}`,
  window: fromCommitToTelling,
};

const READS = { cursor: 'on from the last id', behind: 'on, 100 ms behind', unpublished: 'what is unpublished' };
/** Milliseconds after the start, by how long the slow transaction takes. */
const LOOKS = { between: { 60: 40, 250: 150 }, after: { 60: 100, 250: 300 } };

const twoAtOnce: Scenario = {
  id: 'two-at-once',
  guests: { stock },
  play: async ({ customer, settled }) => {
    await Promise.all(
      ['ada', 'grace'].map((name) => customer.post('http://orders/orders', { email: `${name}@example.org` })),
    );
    await settled();
  },
};

interface Published {
  readonly id: unknown;
  readonly committedMs: number;
  readonly toldMs: number | undefined;
}

/** The two rows in the order of their commits. */
function rowsOf(trace: Trace): readonly Published[] {
  return committed(trace, 'outbox')
    .filter(({ op }) => op === 'insert')
    .map(({ row, entry }) => {
      const { orderId } = row.body as { orderId?: unknown };
      const told = factsOf(trace).find((fact) => fact.orderId === orderId);
      return { id: row.position, committedMs: entry.at, toldMs: told?.entry.at };
    });
}

function happened(trace: Trace): string {
  return rowsOf(trace)
    .map(({ id, committedMs, toldMs }) => {
      const told = toldMs === undefined ? 'never published' : `published at ${toldMs} ms`;
      return `Id ${id} was committed at ${committedMs} ms and ${told}.`;
    })
    .join(' ');
}

function meaning(trace: Trace, { reads, first, slow, look }: Choice): string {
  const lost = rowsOf(trace).find(({ toldMs }) => toldMs === undefined);
  if (lost && reads === 'behind')
    return `Staying behind helps as long as no transaction takes longer than that. This one took ${slow} ms longer.`;
  if (lost) return 'When it became visible, the relay had gone past it and did not look back.';
  if (reads === 'unpublished')
    return first === '2' && look === 'between'
      ? 'Id 1 came late and was found the next time, because it was unpublished.'
      : 'Nothing that is unpublished can be passed.';
  if (first === '1') return 'The ids became visible in their order. So they do, nearly always, and nobody suspects it.';
  if (look === 'after') return 'Id 2 was committed first, but the relay did not look in between. That was luck.';
  return 'The relay waited until id 2 was old enough, and by then id 1 was there.';
}
