import { type Check, failed, is, type Of, passed, present, type Trace, type Verdict } from 'lab/authoring';
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
  if (aside) return cameBackOften(trace, order, aside) ? undefined : givenUp(trace, order, aside);
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

/** What has befallen a job so often may as well be the job's own doing: then it is for people to look at. */
const OFTEN = 3;

/** It came back often before it was put aside, and each time because of a fault or because the broker restarted. */
function cameBackOften(trace: Trace, order: Order, aside: Of<'delivered'>): boolean {
  const before = trace.filter(({ seq }) => seq < aside.seq);
  const mishaps = before.filter((entry) => is('struck')(entry) || (is('broker')(entry) && entry.state === 'down'));
  const times = returnsOf(before, order).length;
  return times >= OFTEN && times <= mishaps.length;
}

function givenUp(trace: Trace, order: Order, aside: Of<'delivered'>): Verdict {
  const invoice = invoicesOf(trace, order.id).find(({ seq }) => seq < aside.seq);
  const returns = returnsOf(trace, order).filter(({ seq }) => seq < aside.seq);
  const threw = invoice && returns.find(({ seq, because }) => seq > invoice.seq && because !== 'connection lost');
  const what = invoice
    ? `${order.name}'s order was invoiced at ${invoice.at} ms, and put aside at ${aside.at} ms all the same.`
    : `Nothing is wrong with ${order.name}'s order, and at ${aside.at} ms it was put aside.`;
  const times = ['never', 'once', 'twice'][returns.length] ?? `${returns.length} times`;
  const why = threw
    ? 'A job that comes again after it was done is done, not broken.'
    : `Its job had come back ${times}. A job comes back when a process dies, or the broker restarts, too: once or twice is no reason to give it up.`;
  return failed(`${what} ${why}`, ...present(invoice, ...returns, aside));
}

function returnsOf(trace: Trace, order: Order): readonly Of<'returned'>[] {
  const jobs = new Set(jobsOf(trace, order.id).map(({ message }) => message));
  return trace.filter(is('returned')).filter(({ message }) => jobs.has(message));
}
