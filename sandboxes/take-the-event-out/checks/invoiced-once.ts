import { type Check, committed, failed, isCalm, passed, type Trace, type Verdict } from 'lab/authoring';
import { type Invoice, invoicesOf, type Order, ordersOf } from '../reading.ts';
import { twoInvoiceClerks } from '../scenarios.ts';
import { crashesOf, failingCommitsOf, slowInvoices } from '../weather.ts';
import { groundless } from './groundless.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { uninvoiced } from './uninvoiced.ts';

export const invoicedOnce: Check = {
  id: 'invoiced-once',
  title: 'Two of invoicing share the work, and every order gets one invoice, wherever a process dies',
  scenario: twoInvoiceClerks,
  scope: [crashesOf('orders', 'invoicing'), failingCommitsOf('orders', 'invoicing'), slowInvoices],
  verdict: (trace) => {
    const meddled = meddlesWithOrders(trace);
    if (meddled) return meddled;
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

/** Whoever writes into another's table has to change with it, and so has the other. */
function meddlesWithOrders(trace: Trace): Verdict | undefined {
  const written = committed(trace, 'orders').find(({ entry }) => entry.process !== 'orders');
  return (
    written &&
    failed(
      `The ${written.entry.process} process wrote into the table orders at ${written.entry.at} ms; that table is written by orders alone.`,
      written.entry,
    )
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
