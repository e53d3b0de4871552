import {
  asRecord,
  customersAsked,
  type Entry,
  type Of,
  receptions,
  type Trace,
  tellings,
  type Window,
  windows,
} from 'lab/authoring';
import { isAbout, mailsTo, type PlacedOrder, placedOrders } from '../reading-the-trace.ts';
import { confirmationWindow } from '../window.ts';

/** What became of one order, in the order in which it is to be expected. */
export interface Milestones {
  readonly order: PlacedOrder;
  readonly asked?: Entry | undefined;
  readonly answered?: Entry | undefined;
  readonly stored: Entry;
  readonly published?: Entry | undefined;
  readonly delivered?: Entry | undefined;
  readonly mailed?: Of<'mailed'> | undefined;
}

export function milestones(trace: Trace, order: PlacedOrder): Milestones {
  const asked = customersAsked(trace, 'POST').find(({ call }) => asRecord(call.body).email === order.email);
  return {
    order,
    asked: asked?.call,
    answered: asked?.answer,
    stored: order.entry,
    published: tellings(trace).find(({ body }) => isAbout(body, order))?.entry,
    delivered: receptions(trace, 'confirmation').find(({ body }) => isAbout(body, order))?.entry,
    mailed: mailsTo(trace, order.email)[0],
  };
}

export type Measured =
  | { readonly kind: 'windows'; readonly windows: readonly Window[]; readonly first: Milestones }
  /** Nothing about windows can be answered, for this reason. */
  | { readonly kind: 'none'; readonly because: string; readonly evidence: readonly Entry[] };

export function measured(trace: Trace): Measured {
  const [order] = placedOrders(trace);
  if (!order) {
    return {
      kind: 'none',
      because: 'Your program has stored no order in this run, so there is no window to describe.',
      evidence: [],
    };
  }
  const first = milestones(trace, order);
  const { stored, mailed, answered } = first;
  if (mailed && answered && everybodyWaits(trace)) {
    return {
      kind: 'none',
      because: `Your program has no window that anybody could look into: it answers only when the mail has left. The first order was stored at ${stored.at} ms, mailed at ${mailed.at} ms and answered at ${answered.at} ms. Solve the checks first, then measure.`,
      evidence: [stored, mailed],
    };
  }
  return { kind: 'windows', first, windows: windows(trace, confirmationWindow.opens, confirmationWindow.closes) };
}

/** Every customer who was answered was answered after their mail had left. */
function everybodyWaits(trace: Trace): boolean {
  return customersAsked(trace, 'POST').every(({ call, answer }) => {
    const [mail] = mailsTo(trace, String(asRecord(call.body).email));
    return answer !== undefined && mail !== undefined && mail.seq < answer.seq;
  });
}
