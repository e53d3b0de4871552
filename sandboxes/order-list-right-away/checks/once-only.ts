import { type Check, committed, failed, passed, type Trace, type Verdict } from 'lab/authoring';
import { acceptedOf, listsOf, nameIn, pens } from '../reading.ts';
import { EARLIER, FORMS, sameFormAgain } from '../scenarios.ts';
import { crashesAtTheAnswer, crashesOfOrders, failingCalls, somewhatLaggingList } from '../weather.ts';
import { nobodyServed } from './nobody-served.ts';

export const onceOnly: Check = {
  id: 'once-only',
  title: 'An order is there once: in the list when that has caught up, and in the shop when the form is sent again',
  scenario: sameFormAgain,
  scope: [somewhatLaggingList, crashesAtTheAnswer, crashesOfOrders, failingCalls],
  verdict: (trace) => nobodyServed(trace) ?? notAskedFor(trace) ?? twice(trace) ?? gone(trace) ?? passed(),
};

function notAskedFor(trace: Trace): Verdict | undefined {
  const known: readonly unknown[] = [EARLIER.orderId, ...FORMS];
  const made = committed(trace, 'orders').find(({ op, row }) => op === 'insert' && !known.includes(row.id));
  if (!made) return undefined;
  return failed(
    `At ${made.entry.at} ms an order of ${pens(made.row.pens)} was stored for ${nameIn({ email: made.row.email })} under an id that no form of hers had: one form, two orders. Not to have heard of an order does not mean that there is none.`,
    made.entry,
  );
}

function twice(trace: Trace): Verdict | undefined {
  for (const { call, answer, email, orders } of listsOf(trace)) {
    const again = orders.find(({ orderId }, index) => orders.findIndex((each) => each.orderId === orderId) < index);
    if (!again) continue;
    return failed(
      `${nameIn({ email })} ordered ${pens(again.pens)} once, and the list that she was shown at ${answer.at} ms had that order twice.`,
      call,
      answer,
    );
  }
  return undefined;
}

/** When all is quiet the last list has what was accepted. */
function gone(trace: Trace): Verdict | undefined {
  const [accepted] = acceptedOf(trace);
  const last = listsOf(trace).at(-1);
  if (!accepted || !last || last.orders.some(({ orderId }) => orderId === accepted.orderId)) return undefined;
  return failed(
    `All was quiet, and the list at ${last.answer.at} ms did not have ${nameIn(accepted)}'s order, accepted at ${accepted.answer.at} ms.`,
    accepted.answer,
    last.answer,
  );
}
