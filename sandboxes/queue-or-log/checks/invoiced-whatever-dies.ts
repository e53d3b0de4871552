import { type Check, failed, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { invoicesOf, jobsOf, lastCrash, nobodyOrdered, type Order, ordersOf, putAside } from '../reading.ts';
import { twoOrders } from '../scenarios.ts';
import { copiesOfJobs, crashesOf, failingCommitsOf, failingSends } from '../weather.ts';

export const invoicedWhateverDies: Check = {
  id: 'invoiced-whatever-dies',
  title: 'Every accepted order is invoiced once, whatever dies while it is being done',
  scenario: twoOrders,
  scope: [crashesOf('orders', 'invoices'), copiesOfJobs, failingCommitsOf('invoices'), failingSends],
  verdict: (trace) => {
    for (const order of ordersOf(trace)) {
      const wrong = misdone(trace, order);
      if (wrong) return wrong;
    }
    return nobodyOrdered(trace) ?? passed();
  },
};

function misdone(trace: Trace, order: Order): Verdict | undefined {
  const [invoice, again] = invoicesOf(trace, order.id);
  const aside = putAside(trace, order.id);
  if (again)
    return failed(
      `${order.name}'s order was invoiced at ${invoice!.at} ms and again at ${again.at} ms.`,
      invoice!,
      again,
    );
  if (aside) {
    return failed(
      invoice
        ? `${order.name}'s order was invoiced at ${invoice.at} ms, and put aside at ${aside.at} ms all the same. A job that comes again after it was done is done, not broken.`
        : `Nothing is wrong with ${order.name}'s order, and at ${aside.at} ms it was put aside. A job comes back when its process dies, too: that is no reason to give it up.`,
      ...present(invoice, lastCrash(trace), aside),
    );
  }
  if (invoice) return undefined;
  const deliveries = jobsOf(trace, order.id);
  const crash = lastCrash(trace);
  const evidence = present(order.answer, deliveries.at(-1), crash);
  const story =
    deliveries.length === 0
      ? 'Its job was never handed to anybody.'
      : crash
        ? `It was handed out at ${deliveries.at(-1)!.at} ms, the ${crash.process} process crashed at ${crash.at} ms, and the job did not come back: to the queue it was done.`
        : 'Its job was handed out and nothing came of it.';
  return failed(`${order.name}'s order was never invoiced. ${story}`, ...evidence);
}
