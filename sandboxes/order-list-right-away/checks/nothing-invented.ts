import { type Check, failed, is, passed, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import {
  type Accepted,
  acceptedOf,
  type List,
  listsOf,
  nameIn,
  type Order,
  ordersOf,
  pens,
  type Shown,
} from '../reading.ts';
import { sharedBrowser } from '../scenarios.ts';
import { crashesOfOrders, failingCalls, somewhatLaggingList } from '../weather.ts';
import { nobodyServed } from './nobody-served.ts';

export const nothingInvented: Check = {
  id: 'nothing-invented',
  title: 'A list shows orders that exist, as they are or were, to the person whose orders they are',
  scenario: sharedBrowser,
  scope: [crashesOfOrders, failingCalls, somewhatLaggingList],
  verdict: (trace) => {
    const orders = ordersOf(trace);
    for (const accepted of acceptedOf(trace)) {
      const wrong = notStored(trace, orders, accepted);
      if (wrong) return wrong;
    }
    for (const list of listsOf(trace)) {
      for (const shown of list.orders) {
        const wrong = untrue(trace, orders, list, shown);
        if (wrong) return wrong;
      }
    }
    return nobodyServed(trace) ?? passed();
  },
};

type Orders = ReturnType<typeof ordersOf>;

function notStored(trace: Trace, orders: Orders, accepted: Accepted): Verdict | undefined {
  const order = orders.get(accepted.orderId);
  if (order && existed(order, accepted.answer.seq)) return undefined;
  return failed(
    `${nameIn(accepted)} was answered ${accepted.answer.status} at ${accepted.answer.at} ms, and no order had been stored under the id of her form.${whatOrdersDid(trace, accepted.answer.seq)}`,
    ...present(crashOf(trace, accepted.answer.seq), accepted.answer),
  );
}

function untrue(trace: Trace, orders: Orders, list: List, shown: Shown): Verdict | undefined {
  const { call, answer } = list;
  const order = orders.get(shown.orderId);
  const whose = `${nameIn(list)}'s list at ${answer.at} ms`;
  if (!order || !existed(order, answer.seq)) {
    return failed(
      `${whose} showed an order of ${pens(shown.pens)}, ${quoted(shown.status)}, that did not exist.${whatOrdersDid(trace, answer.seq)} Whether there is an order, only orders can say.`,
      ...present(crashOf(trace, answer.seq), call, answer),
    );
  }
  if (order.email !== list.email)
    return failed(
      `${whose} showed ${nameIn(order)}'s order of ${pens(order.pens)}. They used one browser, and it is still not hers to see.`,
      call,
      answer,
    );
  if (shown.pens !== order.pens)
    return failed(`${whose} said ${quoted(shown.pens)} for the pens of an order of ${pens(order.pens)}.`, call, answer);
  const isTrue = order.states.some(({ status, entry }) => status === shown.status && (entry?.seq ?? -1) < answer.seq);
  return isTrue
    ? undefined
    : failed(
        `${whose} said ${quoted(shown.status)} of an order of ${pens(order.pens)}, which it never was.`,
        call,
        answer,
      );
}

const existed = ({ states }: Order, seq: number): boolean => (states[0]?.entry?.seq ?? -1) < seq;

const crashOf = (trace: Trace, seq: number) =>
  trace.filter(is('crashed')).findLast((entry) => entry.process === 'orders' && entry.seq < seq);

function whatOrdersDid(trace: Trace, seq: number): string {
  const crash = crashOf(trace, seq);
  return crash ? ` The orders process had crashed at ${crash.at} ms, before it stored anything.` : '';
}
