import {
  asRecord,
  type Choice,
  type Explorable,
  is,
  percentile,
  type Scenario,
  type Trace,
  windowAt,
  windows,
} from 'lab/authoring';
import { fromCommitToTelling } from '../window.ts';
import { stock } from './stock.ts';

const CUSTOMERS = [
  'ada',
  'grace',
  'alan',
  'barbara',
  'donald',
  'edsger',
  'frances',
  'jean',
  'ken',
  'margaret',
  'niklaus',
  'radia',
];
const ORDERS = CUSTOMERS.length;
const EVERY_MS = 20;

export const commitToTelling: Explorable = {
  id: 'commit-to-publish',
  title: `From commit to publish: ${ORDERS} orders, one every ${EVERY_MS} ms`,
  knobs: [
    {
      id: 'poll',
      label: 'The relay sleeps',
      begins: '100',
      options: [
        { id: '20', label: '20 ms' },
        { id: '100', label: '100 ms' },
        { id: '500', label: '500 ms' },
      ],
    },
    {
      id: 'batch',
      label: 'and takes at once',
      begins: '5',
      options: [
        { id: '1', label: '1 row' },
        { id: '5', label: '5 rows' },
        { id: '50', label: '50 rows' },
      ],
    },
    {
      id: 'crash',
      label: 'What goes wrong',
      options: [
        { id: 'none', label: 'nothing' },
        { id: 'before', label: 'it dies before its 7th publish' },
        { id: 'after', label: 'it dies after its 7th publish' },
      ],
    },
  ],
  shows: ({ poll, batch, crash }) => ({
    program: 'shown/polling-relay',
    settings: { pollMs: Number(poll), batch: Number(batch) },
    scenario: rush,
    schedule: crash === 'none' ? 'calm' : `crash-${crash}@relay:publish:order.placed:7`,
  }),
  reads: (trace, choice) => `${sizes(trace)} ${copies(trace, choice)}`,
  about: (trace) => [...widest(trace), ...repeated(trace)],
  window: fromCommitToTelling,
};

const rush: Scenario = {
  id: 'rush',
  guests: { stock },
  play: async ({ customer, sleep, settled }) => {
    for (const name of CUSTOMERS) {
      await customer.post('http://orders/orders', { email: `${name}@example.org` });
      await sleep(EVERY_MS);
    }
    await settled();
  },
};

function sizes(trace: Trace): string {
  const all = windows(trace, fromCommitToTelling.opens, fromCommitToTelling.closes);
  const [half, worst] = [percentile(all, 50), percentile(all, 100)];
  if (worst === undefined) return 'Some orders were never told of.';
  return `Half of the orders were told of within ${half} ms, the last one ${worst} ms after its commit.`;
}

function widest(trace: Trace): readonly number[] {
  const last = windowAt(windows(trace, fromCommitToTelling.opens, fromCommitToTelling.closes), 100);
  return last ? [last.opens.seq, ...(last.closes ? [last.closes.seq] : [])] : [];
}

/** Both publications of the first order that was told of twice. */
function repeated(trace: Trace): readonly number[] {
  const published = trace.filter(is('published'));
  const order = ({ body }: (typeof published)[number]) => asRecord(body).orderId;
  const first = published.find((one) => published.some((other) => other.seq < one.seq && order(other) === order(one)));
  return first ? published.filter((one) => order(one) === order(first)).map(({ seq }) => seq) : [];
}

function copies(trace: Trace, { crash, batch }: Choice): string {
  const twice = trace.filter(is('published')).length - ORDERS;
  if (crash === 'none') return 'Each was told once.';
  if (twice === 0) return 'Each was told once: whatever had been published was marked by then.';
  const many = twice === 1 ? 'One was' : `${twice} were`;
  const why = batch === '1' ? '' : ' A batch is marked as a whole, so it is told again from its start.';
  return `${many} told twice, under the same id.${why}`;
}
