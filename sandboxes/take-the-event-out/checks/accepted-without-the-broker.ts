import { type Check, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { ordersOf, tellingsOf, type Wish, wishesOf } from '../reading.ts';
import { brokerIsDown } from '../scenarios.ts';
import { refused } from './nobody-ordered.ts';

export const acceptedWithoutTheBroker: Check = {
  id: 'accepted-without-the-broker',
  title: 'With the broker down orders are priced and accepted within a second, and told when it is back',
  scenario: brokerIsDown,
  scope: [],
  verdict: (trace) => notAccepted(trace) ?? untold(trace) ?? passed(),
};

const AT_MOST_MS = 1_000;

function notAccepted(trace: Trace): Verdict | undefined {
  const down = trace.find(is('broker'));
  for (const wish of wishesOf(trace)) {
    const { name, call, answer, answerMs, accepted } = wish;
    if (answer && answerMs > AT_MOST_MS) {
      return failed(
        `The broker was down, and ${name}, who had ordered at ${call.at} ms, was answered only at ${answer.at} ms. Whoever waits for an answer should not wait for the broker, too.`,
        ...present(down, call, answer),
      );
    }
    if (!accepted) return notAcceptedBecause(wish, trace);
    if (typeof wish.orderId !== 'string') return refused(wish);
  }
  return undefined;
}

function notAcceptedBecause({ name, call, answer }: Wish, trace: Trace): Verdict {
  const order = ordersOf(trace).find((each) => each.entry.seq > call.seq && each.name === name);
  const how = answer ? `answered ${answer.status} at ${answer.at} ms` : 'never answered';
  const because = answer?.error === undefined ? '' : ` (${answer.error})`;
  const though = order ? `, although her order had been stored at ${order.entry.at} ms` : '';
  return failed(
    `The broker was down, and ${name}'s order was ${how}${because}${though}. Neither a price nor an order needs a broker.`,
    ...present(trace.find(is('broker')), order?.entry, answer ?? call),
  );
}

function untold(trace: Trace): Verdict | undefined {
  const up = trace.filter(is('broker')).findLast(({ state }) => state === 'up');
  const order = ordersOf(trace).find((each) => tellingsOf(trace, each).length === 0);
  return (
    order &&
    failed(
      `The broker was back at ${up?.at} ms, and order.placed was never told of ${order.name}'s order.`,
      ...present(order.entry, up),
    )
  );
}
