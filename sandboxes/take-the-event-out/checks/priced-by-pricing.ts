import { type Check, committed, failed, is, passed, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { cents, invoicesOf, ordersOf, wishesOf } from '../reading.ts';
import { alan, pensBecomeDearer } from '../scenarios.ts';
import { groundless } from './groundless.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const pricedByPricing: Check = {
  id: 'priced-by-pricing',
  title: 'Each order is answered, stored and invoiced with the price that pricing had when it was placed',
  scenario: pensBecomeDearer,
  scope: [],
  verdict: (trace) =>
    nobodyOrdered(trace, [alan.email]) ??
    mispriced(trace) ??
    priceless(trace) ??
    repriced(trace) ??
    opened(trace) ??
    passed(),
};

const FIRST_PRICE = 300;

function mispriced(trace: Trace): Verdict | undefined {
  for (const { name, email, call, answer, total, orderId } of wishesOf(trace)) {
    if (email === alan.email) continue;
    const change = committed(trace, 'prices').findLast(({ entry }) => entry.seq < call.seq);
    const price = change ? change.row.cents : FIRST_PRICE;
    const since = change ? `since ${change.entry.at} ms ` : '';
    if (answer && total !== price) {
      return failed(
        `${since}a pen costs ${cents(price)}, and ${name}, who ordered one at ${call.at} ms, was told ${cents(total)}.`.replace(
          /^./,
          (letter) => letter.toUpperCase(),
        ),
        ...(change ? [change.entry] : []),
        answer,
      );
    }
    const order = ordersOf(trace).find((each) => each.id === orderId || each.email === email);
    if (!order) return failed(`${name} was accepted, and her order is not in the table orders.`, answer ?? call);
    if (order.total !== price)
      return failed(
        `${name} was told ${cents(price)}, and her order was stored with ${cents(order.total)}.`,
        order.entry,
      );
  }
  return undefined;
}

/** What has no price cannot be sold. */
function priceless(trace: Trace): Verdict | undefined {
  const wish = wishesOf(trace).find(({ email }) => email === alan.email);
  if (!wish) return undefined;
  const { name, call, answer, accepted, total } = wish;
  const order = ordersOf(trace).find(({ email }) => email === alan.email);
  if (accepted || order) {
    const how = accepted ? `told ${cents(total)}` : 'stored all the same';
    return failed(
      `${name} ordered a quill at ${call.at} ms, of which pricing knows no price, and the order was ${how}. When no price can be had, there is no order.`,
      ...present(answer, order?.entry),
    );
  }
  if (answer?.status === 503) return undefined;
  const instead = answer ? `answered ${quoted(answer.status)} at ${answer.at} ms` : 'not answered';
  return failed(
    `${name} ordered a quill at ${call.at} ms, of which pricing knows no price, and was ${instead}. That no price can be had is 503.`,
    ...present(call, answer),
  );
}

function repriced(trace: Trace): Verdict | undefined {
  for (const invoice of invoicesOf(trace)) {
    const wrong = groundless(trace, invoice);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Whoever reads another's table has to change with it. The desk is nobody's program. */
function opened(trace: Trace): Verdict | undefined {
  const read = trace.filter(is('selected')).find(({ table, process }) => table === 'prices' && process !== 'pricing');
  return (
    read &&
    failed(
      `The ${read.process} process read the table prices at ${read.at} ms, which belongs to pricing. Whatever pricing does to its table, ${read.process} would have to do as well.`,
      read,
    )
  );
}
