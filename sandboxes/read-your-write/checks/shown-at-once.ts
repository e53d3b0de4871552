import { type Check, failed, passed, type Trace, type Verdict } from 'lab/authoring';
import { looksOf, orderOf } from '../reading.ts';
import { changesAndLooks } from '../scenarios.ts';
import { noOrderShown } from './no-order-shown.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const shownAtOnce: Check = {
  id: 'shown-at-once',
  title: 'When nothing is wrong, a look shows the order, and is not put off',
  scenario: changesAndLooks,
  scope: [],
  verdict: (trace) => nobodyOrdered(trace) ?? noOrderShown(trace) ?? putOff(trace) ?? passed(),
};

/** In calm weather a short wait is enough, and so is a question to the write side. */
function putOff(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  const look = order && looksOf(trace, order).find(({ state }) => state === undefined);
  if (!look) return undefined;
  const { call, answer } = look;
  return answer
    ? failed(
        `Nothing was wrong anywhere, and Ada, who looked at ${call.at} ms, was told "updating" at ${answer.at} ms. A short wait, or a question to orders, would have shown her the order.`,
        call,
        answer,
      )
    : failed(`Ada looked at ${call.at} ms and got no answer.`, call);
}
