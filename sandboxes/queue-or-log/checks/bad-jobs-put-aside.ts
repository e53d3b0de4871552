import { type Check, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { invoicesOf, jobsOf, lastCrash, nobodyOrdered, type Order, ordersOf, putAside } from '../reading.ts';
import { PATIENCE_MS, twoBadJobs } from '../scenarios.ts';
import { crashesOf } from '../weather.ts';

export const badJobsPutAside: Check = {
  id: 'bad-jobs-put-aside',
  title: 'A job that cannot be done is with support within five seconds, and holds nobody up',
  scenario: twoBadJobs,
  scope: [crashesOf('invoices')],
  verdict: (trace) => {
    for (const order of ordersOf(trace)) {
      const wrong = order.total < 0 ? kept(trace, order) : heldUp(trace, order);
      if (wrong) return wrong;
    }
    return nobodyOrdered(trace) ?? passed();
  },
};

function kept(trace: Trace, order: Order): Verdict | undefined {
  const aside = putAside(trace, order.id);
  if (aside && aside.at - order.call.at <= PATIENCE_MS) return undefined;
  const jobs = jobsOf(trace, order.id);
  const what = `${order.name}'s job, a total of ${order.total}, cannot be done`;
  if (aside) {
    const late = ((aside.at - order.call.at) / 1_000).toFixed(1);
    return failed(
      `${what}, and support was handed it only after ${late} s. Until then it was tried ${jobs.length} times.`,
      ...jobs.slice(0, 1),
      aside,
    );
  }
  const gaveUp = trace.filter(is('given up')).find(({ message }) => jobs.some((job) => job.message === message));
  if (gaveUp && gaveUp.to === null) {
    return failed(
      `${what}. The broker gave it up at ${gaveUp.at} ms, knew no dead letter queue for it, and dropped it: nobody will ever hear of it.`,
      ...jobs.slice(-1),
      gaveUp,
    );
  }
  const lost = trace.filter(is('logged')).find(({ text }) => text.startsWith('lost a message'));
  if (lost && jobs.length === 1) {
    return failed(
      `${what}. It was acknowledged when it was delivered, so when the handler failed at ${lost.at} ms there was nothing left to put aside.`,
      ...jobs,
      lost,
    );
  }
  return failed(
    `${what}, and support never heard of it. It was delivered ${jobs.length === 1 ? 'once' : `${jobs.length} times`}.`,
    ...present(order.answer, ...jobs.slice(-1)),
  );
}

function heldUp(trace: Trace, order: Order): Verdict | undefined {
  const [invoice] = invoicesOf(trace, order.id);
  if (invoice && invoice.at - order.call.at <= PATIENCE_MS) return undefined;
  const first = jobsOf(trace, order.id)[0];
  const aside = putAside(trace, order.id);
  if (aside) {
    return failed(
      `${order.name}'s order was put aside at ${aside.at} ms, with the two that cannot be done, and nothing is wrong with it.`,
      ...present(first, lastCrash(trace), aside),
    );
  }
  return failed(
    `${order.name}'s order waited behind two jobs that cannot be done, and ${
      invoice ? `was invoiced only at ${invoice.at} ms` : 'was never invoiced'
    }.`,
    ...present(order.answer, first, invoice),
  );
}
