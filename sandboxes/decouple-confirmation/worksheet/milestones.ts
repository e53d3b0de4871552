import { type Entry, is, type Of, percentile, type Trace, type Window, windows } from 'lab/authoring';
import { answerTo, namesOrder, type PlacedOrder, placedOrders, receptions, tellings } from '../reading-the-trace.ts';
import { confirmationWindow } from '../window.ts';

/** What became of one order, in the order in which it is to be expected. */
export interface Milestones {
  readonly order: PlacedOrder;
  readonly asked?: Of<'called'> | undefined;
  readonly answered?: Of<'answered'> | undefined;
  readonly stored: Entry;
  readonly published?: Entry | undefined;
  readonly delivered?: Entry | undefined;
  readonly mailed?: Of<'mailed'> | undefined;
}

export function milestones(trace: Trace, order: PlacedOrder): Milestones {
  const asked = trace.filter(is('called')).find((call) => call.method === 'POST' && emailIn(call.body) === order.email);
  return {
    order,
    asked,
    answered: asked && answerTo(trace, asked)?.entry,
    stored: order.entry,
    published: tellings(trace).find((telling) => namesOrder(telling.body, order.id))?.entry,
    delivered: receptions(trace, 'confirmation').find((reception) => namesOrder(reception.body, order.id))?.entry,
    mailed: trace.filter(is('mailed')).find((mail) => mail.to === order.email),
  };
}

/** The windows of the run, or the sentence that says why nothing about them can be answered. */
export function windowsOf(
  trace: Trace,
): { readonly windows: readonly Window[] } | { readonly none: string; readonly evidence: readonly Entry[] } {
  const orders = placedOrders(trace);
  if (orders.length === 0)
    return { none: 'Your program has stored no order in this run, so there is no window to describe.', evidence: [] };
  const all = orders.map((order) => milestones(trace, order));
  const first = all[0]!;
  if (first.mailed && all.every(({ mailed, answered }) => mailed && answered && mailed.seq < answered.seq)) {
    return {
      none: `Your program has no window that anybody could look into: it answers only when the mail has left. The first order was stored at ${first.stored.at} ms, mailed at ${first.mailed.at} ms and answered at ${first.answered?.at} ms. Solve the checks first, then measure.`,
      evidence: [first.stored, first.mailed],
    };
  }
  return { windows: windows(trace, confirmationWindow.opens, confirmationWindow.closes) };
}

export const percentileMs = (all: readonly Window[], percent: number): number | undefined => percentile(all, percent);

function emailIn(body: unknown): unknown {
  return (body as { readonly email?: unknown } | null | undefined)?.email;
}
