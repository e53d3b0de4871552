import { type Check, failed, isCalm, passed, type Trace, type Verdict } from 'lab/authoring';
import { cents, type Invoice, invoicesOf, type Order, ordersOf } from '../reading.ts';
import { twoInvoiceClerks } from '../scenarios.ts';
import { crashesOf, failingCommitsOf, slowInvoices } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { uninvoiced } from './uninvoiced.ts';

export const invoicedOnce: Check = {
  id: 'invoiced-once',
  title: 'Two of invoicing share the work, and every order gets one invoice, wherever a process dies',
  scenario: twoInvoiceClerks,
  scope: [crashesOf('orders', 'invoicing'), failingCommitsOf('orders', 'invoicing'), slowInvoices],
  verdict: (trace) => {
    for (const invoice of invoicesOf(trace)) {
      const wrong = foreign(invoice) ?? groundless(trace, invoice);
      if (wrong) return wrong;
    }
    for (const order of ordersOf(trace)) {
      const twice = invoicedTwice(trace, order);
      if (twice) return twice;
    }
    return nobodyOrdered(trace) ?? uninvoiced(trace) ?? nothing(trace) ?? passed();
  },
};

function foreign({ entry }: Invoice): Verdict | undefined {
  if (entry.process === 'invoicing') return undefined;
  return failed(
    `The ${entry.process} process wrote an invoice at ${entry.at} ms; that is what the invoicing process is for.`,
    entry,
  );
}

function groundless(trace: Trace, { orderId, total, entry }: Invoice): Verdict | undefined {
  const order = ordersOf(trace).find(({ id }) => id === orderId);
  if (!order || order.entry.seq > entry.seq)
    return failed(`An invoice was written at ${entry.at} ms for an order that was not stored.`, entry);
  if (order.total === total) return undefined;
  return failed(
    `${order.name}'s order is over ${cents(order.total)}, and at ${entry.at} ms it was invoiced with ${cents(total)}.`,
    order.entry,
    entry,
  );
}

function invoicedTwice(trace: Trace, order: Order): Verdict | undefined {
  const [first, second] = invoicesOf(trace).filter(({ orderId }) => orderId === order.id);
  if (!first || !second) return undefined;
  const [one, other] = [first.entry, second.entry];
  const who =
    one.instance === other.instance
      ? `by instance ${one.instance} both times`
      : `by instance ${one.instance} and by instance ${other.instance}`;
  return failed(
    `${order.name}'s order was invoiced at ${one.at} ms and again at ${other.at} ms, ${who}. Nothing kept the second one off.`,
    order.entry,
    one,
    other,
  );
}

function nothing(trace: Trace): Verdict | undefined {
  return isCalm(trace) && ordersOf(trace).length < 2
    ? failed('Two ordered, and the table orders has less.')
    : undefined;
}
