import { type Check, failed, passed, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { acceptedOf, type List, listsOf, type Order, ordersOf, pens } from '../reading.ts';
import { shopConfirms } from '../scenarios.ts';
import { copies, crashesOfTheProjection, lateDeliveries, somewhatLaggingList } from '../weather.ts';
import { nobodyServed } from './nobody-served.ts';

export const givesWayToNews: Check = {
  id: 'gives-way-to-news',
  title: 'What has become of an order is shown when the list knows it, and no list goes back behind an earlier one',
  scenario: shopConfirms,
  scope: [somewhatLaggingList, lateDeliveries, copies, crashesOfTheProjection],
  verdict: (trace) => {
    const known = ordersOf(trace);
    const wrongs = acceptedOf(trace).map(({ orderId }) => {
      const order = known.get(orderId);
      return order && (wentBack(trace, order) ?? outOfDate(trace, order));
    });
    return nobodyServed(trace) ?? wrongs.find((wrong) => wrong !== undefined) ?? passed();
  },
};

function wentBack(trace: Trace, order: Order): Verdict | undefined {
  let newest: { readonly list: List; readonly state: number } | undefined;
  for (const list of listsOf(trace)) {
    const state = stateIn(list, order);
    if (state < 0) continue;
    if (newest && state < newest.state) {
      const [before, now] = [newest.list, list].map((each) => quoted(statusIn(each, order)));
      return failed(
        `At ${newest.list.answer.at} ms Ada's list said ${before} of her order of ${pens(order.pens)}, and at ${list.answer.at} ms it said ${now} again: she has gone back in time.`,
        newest.list.answer,
        list.call,
        list.answer,
      );
    }
    newest = { list, state };
  }
  return undefined;
}

/** The last two lists are read when all is quiet: in the browser in which she ordered, and in another one. */
function outOfDate(trace: Trace, order: Order): Verdict | undefined {
  const newest = order.states.at(-1)!;
  for (const list of listsOf(trace).slice(-2)) {
    const status = statusIn(list, order);
    if (status === newest.status) continue;
    return failed(
      `Ada's order of ${pens(order.pens)} was ${quoted(newest.status)} at ${newest.entry?.at} ms. When all was quiet, at ${list.answer.at} ms, the list had caught up, and the page said ${quoted(status)}.`,
      ...present(newest.entry, list.call, list.answer),
    );
  }
  return undefined;
}

const statusIn = ({ orders }: List, { id }: Order): unknown => orders.find(({ orderId }) => orderId === id)?.status;

const stateIn = (list: List, order: Order): number => {
  const status = statusIn(list, order);
  return order.states.findLastIndex((state) => state.status === status);
};
