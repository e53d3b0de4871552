import {
  asRecord,
  type Choice,
  committed,
  customerName,
  type Explorable,
  is,
  type Of,
  type Trace,
} from 'lab/authoring';
import { sixOrders } from './six-orders.ts';

export const partitionsAndConsumers: Explorable = {
  id: 'partitions-and-consumers',
  title: 'Six orders, two cancellations, 100 ms of work for each',
  knobs: [
    {
      id: 'partitions',
      label: 'Partitions',
      begins: '3',
      options: [
        { id: '1', label: '1' },
        { id: '2', label: '2' },
        { id: '3', label: '3' },
      ],
    },
    {
      id: 'consumers',
      label: 'Instances of the reader',
      begins: '2',
      options: [
        { id: '1', label: '1' },
        { id: '2', label: '2' },
        { id: '4', label: '4' },
      ],
    },
    {
      id: 'key',
      label: 'Key',
      options: [
        { id: 'order', label: 'the order’s id' },
        { id: 'none', label: 'none' },
        { id: 'shop', label: 'one for the whole shop' },
      ],
    },
    {
      id: 'crash',
      label: 'What goes wrong',
      options: [
        { id: 'none', label: 'nothing' },
        { id: 'crash', label: 'an instance dies between row and offset' },
      ],
    },
  ],
  shows: ({ partitions, consumers, key, crash }) => ({
    program: 'shown/partitions',
    settings: { partitions: Number(partitions), key: key! },
    scenario: sixOrders(Number(consumers)),
    schedule: crash === 'none' ? 'calm' : `crash-after@${consumers === '1' ? 'order-list' : 'order-list-1'}:commit:1`,
  }),
  reads: (trace, choice) => [pace(trace, choice), order(trace), again(trace)].filter(Boolean).join(' '),
  about,
};

const WORDS = ['None', 'One', 'Two', 'Three', 'Four'];

function pace(trace: Trace, { consumers }: Choice): string {
  const reads = trace.filter(is('read'));
  const done = trace.filter(is('offset committed')).at(-1);
  const busy = new Set(reads.map(({ instance }) => instance)).size;
  const began = trace.find(is('appended'))!.at;
  const took = `All eight records were handled within ${(done?.at ?? 0) - began} ms`;
  if (consumers === '1') return `${took} by the one instance there is.`;
  const idle = Number(consumers) - busy;
  return idle === 0
    ? `${took}, by ${consumers === '2' ? 'both' : 'all four'} instances.`
    : `${took}. ${WORDS[idle]} of the ${WORDS[Number(consumers)]?.toLowerCase()} instances ${idle === 1 ? 'was' : 'were'} never handed one.`;
}

/** The rows of the cancelled orders, as they are in the end. */
function cancelledRows(trace: Trace) {
  const cancelled = new Set(
    trace
      .filter(is('appended'))
      .map(({ body }) => asRecord(body))
      .filter(({ type }) => type === 'order.cancelled')
      .map(({ orderId }) => orderId),
  );
  const rows = new Map(committed(trace, 'order_list').map(({ row }) => [row.orderId, row]));
  return [...rows.values()].filter(({ orderId }) => cancelled.has(orderId));
}

/** A timeline about more orders than this shows the last of them only. */
const SEVERAL = 3;

/**
 * The records of the cancellations that came too early, and when each was read; or else of the first cancellation. With them
 * goes what was read twice, if there is room for it.
 */
function about(trace: Trace): readonly number[] {
  const rows = cancelledRows(trace);
  const open = rows.filter(({ status }) => status === 'open');
  const orders = new Set((open.length > 0 ? open : rows.slice(0, 1)).map(({ orderId }) => orderId));
  const appended = trace.filter(is('appended'));
  const orderOf = ({ body }: Of<'appended'>) => asRecord(body).orderId;
  const again = new Set(readTwice(trace));
  const twice = appended.filter(({ message }) => again.has(message));
  const isRoom = new Set([...orders, ...twice.map(orderOf)]).size <= SEVERAL;
  const records = appended.filter((record) => orders.has(orderOf(record)));
  const messages = new Set([...records, ...(isRoom ? twice : [])].map(({ message }) => message));
  const reads = trace.filter(is('read')).filter(({ message }) => messages.has(message));
  return [...records, ...reads].map(({ seq }) => seq);
}

/** A cancellation that was handled before its order found nothing to cancel. */
function order(trace: Trace): string {
  const open = cancelledRows(trace).filter(({ status }) => status === 'open');
  if (open.length === 0) return 'Each cancellation was handled after its order.';
  const names = open.map(({ email }) => `${customerName(String(email))}’s`).join(' and ');
  return open.length === 1
    ? `${names} cancellation was handled before the order, so the list says that it is open.`
    : `${names} cancellations were handled before the orders, so the list says that they are open.`;
}

function readTwice(trace: Trace): readonly number[] {
  const read = trace.filter(is('read')).map(({ message }) => message);
  return [...new Set(read.filter((message, i) => read.indexOf(message) < i))];
}

function again(trace: Trace): string {
  const twice = readTwice(trace).length;
  if (twice === 0) return '';
  return `${twice === 1 ? 'One record was' : `${WORDS[twice] ?? twice} records were`} read twice.`;
}
