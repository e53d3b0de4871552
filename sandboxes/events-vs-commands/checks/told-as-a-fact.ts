import { asRecord, type Check, failed, is, passed, quoted, type Trace, type Verdict } from 'lab/authoring';
import { factsOf, type Order, ordersOf } from '../reading.ts';
import { orderOnTheShelf } from '../scenarios.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const toldAsAFact: Check = {
  id: 'told-as-a-fact',
  title: 'That an order was placed is told as a fact, order.placed, and the mail is a reaction to it',
  scenario: orderOnTheShelf,
  scope: [],
  verdict: (trace) => nobodyOrdered(trace) ?? first(ordersOf(trace), (order) => mailed(trace, order)) ?? passed(),
};

function mailed(trace: Trace, order: Order): Verdict | undefined {
  const mail = trace.filter(is('mailed')).find(({ to }) => to === order.email);
  const [told] = factsOf(trace, 'order.placed').filter(({ body }) => body.orderId === order.id);
  if (mail && mail.process !== 'confirmation') {
    return failed(
      `The ${mail.process} process sent ${order.name} the mail at ${mail.at} ms; that is what the confirmation process is for.`,
      mail,
    );
  }
  const handed = trace
    .filter(is('delivered'))
    .filter((e) => e.process === 'confirmation' && JSON.stringify(e.body).includes(order.id))
    .filter((e) => e.seq < (mail?.seq ?? Infinity));
  const other = handed.find((e) => e.topic !== 'order.placed');
  if (other && !handed.some((e) => e.topic === 'order.placed')) {
    return failed(
      `The confirmation process was handed ${other.topic} at ${other.at} ms. Such a name says what somebody should do, and only one somebody can be meant; what happened is that an order was placed.`,
      other,
    );
  }
  if (!told) return failed(`Nobody was told by order.placed that ${order.name}'s order was placed.`, order.answer);
  if (!mail)
    return failed(`${order.name} got no mail, although order.placed was told at ${told.entry.at} ms.`, told.entry);
  if (handed.length === 0)
    return failed(
      `${order.name}'s mail left at ${mail.at} ms, before the confirmation process had heard of order.placed.`,
      mail,
    );
  return shapeless(told.body, told.entry.at) ? failed(shapeless(told.body, told.entry.at)!, told.entry) : undefined;
}

/** What a fact says besides what it is about; undefined when all of it is there. */
function shapeless(body: Readonly<Record<string, unknown>>, at: number): string | undefined {
  const { id, occurredAt, orderId, email } = asRecord(body);
  const event = `The event order.placed, told at ${at} ms,`;
  if (typeof id !== 'string' || id === '') return `${event} has no id: nobody can tell a copy of it from another fact.`;
  if (id === orderId)
    return `${event} has the order's id for its own: the next fact about this order would look like a copy of it.`;
  if (typeof occurredAt !== 'string' || Number.isNaN(Date.parse(occurredAt)))
    return `${event} does not say when it happened: occurredAt is ${quoted(occurredAt)}.`;
  return typeof email === 'string' ? undefined : `${event} has no email, which whoever reacts would have to ask for.`;
}

function first<T>(all: readonly T[], judge: (one: T) => Verdict | undefined): Verdict | undefined {
  for (const one of all) {
    const verdict = judge(one);
    if (verdict) return verdict;
  }
  return undefined;
}
