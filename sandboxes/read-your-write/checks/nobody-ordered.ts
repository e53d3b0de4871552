import { customersAsked, failed, isCalm, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { orderOf } from '../reading.ts';

/** The failure when in calm weather a write was not accepted, or the order not named. */
export function nobodyOrdered(trace: Trace): Verdict | undefined {
  if (!isCalm(trace)) return undefined;
  const asked = customersAsked(trace, 'POST');
  const order = orderOf(trace);
  // A 409 is a write that lost a race and is tried again.
  const refused = asked.find(({ accepted, answer }) => !accepted && answer?.status !== 409);
  if (refused) {
    const { call, answer } = refused;
    const what = `${call.method} ${call.path}`;
    if (!answer) return failed(`${what} at ${call.at} ms got no answer.`, call);
    const because = answer.error === undefined ? '' : ` (${answer.error})`;
    return failed(`${what} was answered ${answer.status}${because} at ${answer.at} ms.`, call, answer);
  }
  if (!order) {
    const answer = asked[0]?.answer;
    return failed(
      `POST /orders was answered ${quoted(answer?.body)} without an orderId: nobody could look at that order.`,
      ...present(answer),
    );
  }
  if (order.states.length > 0) return undefined;
  return failed('An order was accepted, and the table orders has no row for it.', ...present(asked[0]?.answer));
}
