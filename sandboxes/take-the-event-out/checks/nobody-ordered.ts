import { failed, isCalm, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { type Wish, wishesOf } from '../reading.ts';

/** The failure when in calm weather somebody wished to order and was not accepted. `except` names who need not be. */
export function nobodyOrdered(trace: Trace, except: readonly string[] = []): Verdict | undefined {
  if (!isCalm(trace)) return undefined;
  const lost = wishesOf(trace).find((wish) => !except.includes(wish.email) && !isAccepted(wish));
  return lost && refused(lost);
}

export function refused({ call, answer, accepted }: Wish): Verdict {
  if (!answer) return failed(`POST /orders at ${call.at} ms got no answer.`, call);
  if (accepted)
    return failed(`POST /orders was answered ${quoted(answer.body)}, which names no orderId.`, ...present(answer));
  const because = answer.error === undefined ? '' : ` (${answer.error})`;
  return failed(`POST /orders was answered ${answer.status}${because} at ${answer.at} ms.`, call, answer);
}

const isAccepted = ({ accepted, orderId }: Wish): boolean => accepted && typeof orderId === 'string';
