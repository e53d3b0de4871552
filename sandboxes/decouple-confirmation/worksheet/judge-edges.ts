import { type Entry, type Judge, present, type Trace } from 'lab/authoring';
import { looksAt } from '../reading-the-trace.ts';
import { right, wrong } from './judgement.ts';
import { measured } from './milestones.ts';

/** The window opens when the order is committed. */
export const judgeOpening: Judge = (trace, answer) => {
  const found = measured(trace);
  if (found.kind === 'none') return wrong(found.because, ...found.evidence);
  const { asked, stored, published, delivered } = found.first;
  const real = `In your run the first order was stored at ${stored.at} ms`;
  const between = 'Between the two the order is real, and its reader waits already.';
  switch (answer) {
    case 'stored':
      return right(`${real}. From then on it is real, whatever becomes of the mail.`, stored);
    case 'asked':
      return wrong(
        `${real}; ${at(asked, 'it was asked for')}. Until it is stored it may still be refused, and there is nothing to confirm.`,
        ...present(asked, stored),
      );
    case 'published':
      return wrong(`${real}; ${at(published, 'its event was published')}. ${between}`, ...present(stored, published));
    case 'delivered':
      return wrong(
        `${real}; ${at(delivered, 'its event reached the confirmation process')}. ${between}`,
        ...present(stored, delivered),
      );
    default:
      return wrong('Choose what opens the window.');
  }
};

/** It closes when the mail has left. */
export const judgeClosing: Judge = (trace, answer) => {
  const found = measured(trace);
  if (found.kind === 'none') return wrong(found.because, ...found.evidence);
  const { order, answered, delivered, mailed } = found.first;
  if (!mailed) {
    return wrong(
      'In your run the window of the first order never closed: no mail left for it. Find out why first.',
      order.entry,
    );
  }
  const shown = firstShownSent(trace, order.id);
  const left = `In your run the first order’s mail left at ${mailed.at} ms`;
  switch (answer) {
    case 'mailed':
      return right(
        `${left}; ${at(shown, 'a reader first saw "sent"')}. The page may be late, and never early.`,
        mailed,
      );
    case 'delivered':
      return wrong(
        `${left}; ${at(delivered, 'the handler was handed the event')}. In between the handler may still fail, and no mail has left.`,
        ...present(delivered, mailed),
      );
    case 'answered':
      return wrong(
        `${left}; ${at(answered, 'the customer was answered')}. That answer says that the order is accepted, and nothing about the mail.`,
        ...present(answered, mailed),
      );
    case 'shown':
      return wrong(
        `${left}; ${at(shown, 'a reader first saw "sent"')}. That is when somebody learned of it, not when it became true.`,
        ...present(mailed, shown),
      );
    default:
      return wrong('Choose what closes the window.');
  }
};

function firstShownSent(trace: Trace, orderId: string): Entry | undefined {
  return looksAt(trace, orderId).find((look) => look.shown === 'sent')?.answer;
}

const at = (entry: Entry | undefined, what: string): string =>
  entry ? `${what} at ${entry.at} ms` : `nothing shows when ${what}`;
