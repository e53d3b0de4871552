import { type Check, committed, failed, is, passed, type Trace, type Verdict } from 'lab/authoring';
import { cents, ordersOf, wishesOf } from '../reading.ts';
import { pensBecomeDearer } from '../scenarios.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const pricedByPricing: Check = {
  id: 'priced-by-pricing',
  title: 'Each order is answered and stored with the price that pricing has at that moment',
  scenario: pensBecomeDearer,
  scope: [],
  verdict: (trace) => nobodyOrdered(trace) ?? mispriced(trace) ?? opened(trace) ?? passed(),
};

const FIRST_PRICE = 300;

function mispriced(trace: Trace): Verdict | undefined {
  for (const { name, email, call, answer, total, orderId } of wishesOf(trace)) {
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
