import type { Entry, Judge, Trace } from 'lab/authoring';
import { placedOrders, shownOn } from '../reading-the-trace.ts';
import { right, wrong } from './judgement.ts';
import { type Milestones, milestones, windowsOf } from './milestones.ts';

/** The window opens when the order is committed. */
export const judgeOpening: Judge = (trace, answer) => {
  const found = anOrder(trace);
  if ('none' in found) return wrong(found.none, ...found.evidence);
  const { asked, stored, published, delivered } = found.first;
  const real = `In your run the first order was stored at ${stored.at} ms`;
  switch (answer) {
    case 'stored':
      return right(`${real}. From then on it is real, whatever becomes of the mail.`, stored);
    case 'asked':
      return wrong(
        `${real}; ${at(asked, 'it was asked for')}. Until it is stored it may still be refused, and there is nothing to confirm.`,
        stored,
      );
    case 'published':
      return wrong(
        `${real}; ${at(published, 'its event was published')}. Between the two the order is real and its reader is waiting already.`,
        stored,
        ...some(published),
      );
    case 'delivered':
      return wrong(
        `${real}; ${at(delivered, 'its event reached the confirmation process')}. Between the two the order is real and its reader is waiting already.`,
        stored,
        ...some(delivered),
      );
    default:
      return wrong(`${real}. Choose what opens the window.`, stored);
  }
};

/** It closes when the mail has left. */
export const judgeClosing: Judge = (trace, answer) => {
  const found = anOrder(trace);
  if ('none' in found) return wrong(found.none, ...found.evidence);
  const { order, delivered, mailed } = found.first;
  if (!mailed)
    return wrong('In your run the window of the first order never closed: no mail left for it.', order.entry);
  const shown = firstShownSent(trace, order.id);
  const left = `In your run the first order's mail left at ${mailed.at} ms`;
  switch (answer) {
    case 'mailed':
      return right(
        `${left}. ${shown ? `The page said "sent" to a reader at ${shown.at} ms: it may be late, never early.` : 'What the page says may be late, never early.'}`,
        mailed,
      );
    case 'delivered':
      return wrong(
        `${left}; ${at(delivered, 'the handler was handed the event')}. In between the handler may fail, and no mail is sent.`,
        ...some(delivered),
        mailed,
      );
    case 'answered':
      return wrong(
        `${left}; ${at(found.first.answered, 'the customer was answered')}. The answer says that the order is accepted, nothing about the mail.`,
        ...some(found.first.answered),
        mailed,
      );
    case 'shown':
      return wrong(
        `${left}; ${at(shown, 'a reader first saw "sent"')}. That is when somebody learned of it, not when it became true.`,
        mailed,
        ...some(shown),
      );
    default:
      return wrong(`${left}. Choose what closes the window.`, mailed);
  }
};

function anOrder(
  trace: Trace,
): { readonly first: Milestones } | { readonly none: string; readonly evidence: readonly Entry[] } {
  const found = windowsOf(trace);
  if ('none' in found) return found;
  return { first: milestones(trace, placedOrders(trace)[0]!) };
}

function firstShownSent(trace: Trace, orderId: string): Entry | undefined {
  return shownOn(trace, orderId).find((look) => look.shown === 'sent')?.answer.entry;
}

const at = (entry: Entry | undefined, what: string): string =>
  entry ? `${what} at ${entry.at} ms` : `nothing says when ${what}`;
const some = (entry: Entry | undefined): readonly Entry[] => (entry ? [entry] : []);
