import { customersAsked, failed, isCalm, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { ordersOf } from '../reading.ts';

/** The failure when in calm weather somebody ordered and was not accepted, or not told which order it is. */
export function nobodyOrdered(trace: Trace): Verdict | undefined {
  if (!isCalm(trace)) return undefined;
  const accepted = ordersOf(trace);
  const lost = customersAsked(trace, 'POST').find(({ call }) => !accepted.some((order) => order.call === call));
  if (!lost) return undefined;
  const { call, answer } = lost;
  if (!answer) return failed(`POST /orders at ${call.at} ms got no answer.`, call);
  if (answer.status >= 300) {
    const because = answer.error === undefined ? '' : ` (${answer.error})`;
    return failed(`POST /orders was answered ${answer.status}${because} at ${answer.at} ms.`, call, answer);
  }
  return failed(
    `POST /orders was answered ${quoted(answer.body)}, which names no orderId: nobody could look at that order.`,
    ...present(answer),
  );
}
