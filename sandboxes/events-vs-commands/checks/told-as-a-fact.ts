import { type Check, failed, is, passed, type Trace, type Verdict } from 'lab/authoring';
import { type Fact, factsOf, type Order, ordersOf } from '../reading.ts';
import { orderOnTheShelf } from '../scenarios.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { whenItHappened } from './when-it-happened.ts';

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
  return whenItHappened(told, order) ?? withoutEmail(told);
}

function withoutEmail({ body, entry }: Fact): Verdict | undefined {
  if (typeof body.email === 'string') return undefined;
  return failed(
    `The event order.placed, told at ${entry.at} ms, has no email, which whoever reacts would have to ask for.`,
    entry,
  );
}

function first<T>(all: readonly T[], judge: (one: T) => Verdict | undefined): Verdict | undefined {
  for (const one of all) {
    const verdict = judge(one);
    if (verdict) return verdict;
  }
  return undefined;
}
