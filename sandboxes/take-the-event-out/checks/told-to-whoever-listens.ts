import {
  asRecord,
  type Check,
  committed,
  failed,
  is,
  isCalm,
  passed,
  present,
  quoted,
  receptions,
  type Telling,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { type Order, ordersOf, tellingsOf } from '../reading.ts';
import { oneMoreListens } from '../scenarios.ts';
import { crashesOf, failingCommitsOf, failingPublishes } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const toldToWhoeverListens: Check = {
  id: 'told-to-whoever-listens',
  title: 'order.placed is still told, once as a fact, and confirmation, analytics and a newcomer all hear it',
  scenario: oneMoreListens,
  scope: [crashesOf('orders', 'relay', 'invoicing'), failingCommitsOf('orders', 'relay'), failingPublishes],
  verdict: (trace) => {
    for (const order of ordersOf(trace)) {
      const wrong = untold(trace, order) ?? unheard(trace, order);
      if (wrong) return wrong;
    }
    return nobodyOrdered(trace) ?? nobodyStored(trace) ?? passed();
  },
};

function untold(trace: Trace, order: Order): Verdict | undefined {
  const [first, ...again] = tellingsOf(trace, order);
  if (!first) {
    const crash = trace.filter(is('crashed')).at(-1);
    const why = crash ? `: ${crash.process} crashed at ${crash.at} ms` : '';
    return failed(
      `${order.name}'s order was stored at ${order.entry.at} ms, and order.placed was never told of it${why}.`,
      ...present(order.entry, crash),
    );
  }
  const other = again.find(({ body }) => asRecord(body).id !== asRecord(first.body).id);
  if (other) {
    return failed(
      `order.placed was told of ${order.name}'s order at ${first.entry.at} ms, and again at ${other.entry.at} ms under another id. She placed one order: whoever listens takes this for two.`,
      first.entry,
      other.entry,
    );
  }
  return early(order, first) ?? shapeless(order, first);
}

function early(order: Order, { entry }: Telling): Verdict | undefined {
  if (entry.seq > order.entry.seq) return undefined;
  return failed(
    `order.placed was told of ${order.name}'s order at ${entry.at} ms, before it was stored at ${order.entry.at} ms.`,
    entry,
    order.entry,
  );
}

function shapeless(order: Order, { body, entry }: Telling): Verdict | undefined {
  const { id, email, total } = asRecord(body);
  if (typeof id !== 'string' || email !== order.email || total !== order.total) {
    return failed(
      `order.placed, told at ${entry.at} ms, has lost something on the way: its id is ${quoted(id)}, its email ${quoted(email)}, its total ${quoted(total)}.`,
      entry,
    );
  }
  return undefined;
}

function unheard(trace: Trace, order: Order): Verdict | undefined {
  const [told] = tellingsOf(trace, order);
  const isHeard = (process: string) =>
    receptions(trace, process).some(
      ({ topic, body }) => topic === 'order.placed' && asRecord(body).orderId === order.id,
    );
  for (const listener of ['loyalty', 'confirmation', 'analytics']) {
    if (!isHeard(listener))
      return failed(
        `${listener} listens to order.placed and heard nothing of ${order.name}'s order.`,
        ...present(told?.entry),
      );
  }
  const mail = trace.filter(is('mailed')).find(({ to }) => to === order.email);
  if (!mail) return failed(`${order.name} got no mail, although order.placed was told.`, ...present(told?.entry));
  const kept = committed(trace, 'facts').some(({ row }) => asRecord(row.body).orderId === order.id);
  return kept ? undefined : failed(`Analytics has not kept ${order.name}'s order.`, ...present(told?.entry));
}

function nobodyStored(trace: Trace): Verdict | undefined {
  return isCalm(trace) && ordersOf(trace).length === 0 ? failed('Nobody’s order is in the table orders.') : undefined;
}
