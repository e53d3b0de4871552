import {
  asRecord,
  type BreakIt,
  committed,
  failed,
  is,
  passed,
  type Scenario,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { ordersOf } from '../reading.ts';

const soonAfterTheStart: Scenario = {
  id: 'soon-after-the-start',
  play: async ({ customer, sleep, settled }) => {
    await sleep(50);
    await customer.post('http://orders/orders', { email: 'ada@example.org' });
    await sleep(500);
    await customer.post('http://orders/orders', { email: 'grace@example.org' });
    await settled();
  },
};

export const declaredTooLate: BreakIt = {
  id: 'a-queue-declared-too-late',
  promise: 'Analytics asks for the orders that there are, subscribes, and so counts every order.',
  program: 'shown/reads-then-subscribes',
  scenario: soonAfterTheStart,
  places: [
    { schedule: 'delay-200@analytics:call:orders:1', label: 'its question is 200 ms late' },
    { schedule: 'delay-200@orders:answer:1', label: 'the answer is 200 ms late' },
    { schedule: 'crash-before@analytics:call:orders:1', label: 'analytics dies before it asks' },
    { schedule: 'delay-200@orders:publish:order.created:1', label: 'Ada’s order is published 200 ms late' },
    { schedule: 'delay-200@broker:deliver:analytics:1', label: 'Ada’s order reaches the queue 200 ms late' },
    { schedule: 'crash-before@analytics:commit:1', label: 'analytics dies before it has counted Ada’s order' },
  ],
  verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Both orders were counted.',
};

const HELD: Readonly<Record<string, string>> = {
  'delay-200@analytics:call:orders:1':
    'It subscribed late, but it had asked late as well: Ada’s order was in the answer. Only what falls between the answer and the queue is lost.',
  'crash-before@analytics:call:orders:1': 'It came back after Ada had ordered, and found her order when it asked.',
  'delay-200@orders:publish:order.created:1': 'By the time it was published the queue was there.',
  'delay-200@broker:deliver:analytics:1':
    'The queue was bound when the order was published. A copy on its way is late, not lost.',
  'crash-before@analytics:commit:1':
    'This time the queue was there and kept the order. Analytics even heard of it twice, from orders and from its queue, and counted it once, because the order’s id is the key.',
};

function verdict(trace: Trace): Verdict {
  const orders = ordersOf(trace);
  if (orders.length === 0) return failed('Nobody ordered.');
  for (const order of orders) {
    if (committed(trace, 'counted').some(({ row }) => row.orderId === order.id)) continue;
    const told = trace.filter(is('published')).find(({ body }) => asRecord(body).orderId === order.id);
    const bound = trace.find(is('bound'));
    return failed(
      `${order.name}'s order was never counted. It was published at ${told?.at} ms, after analytics had been told which orders there are and before its queue was there, at ${bound?.at} ms.`,
      ...(told ? [told] : []),
      ...(bound ? [bound] : []),
    );
  }
  return passed();
}
