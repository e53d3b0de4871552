import {
  type Check,
  customerName,
  failed,
  is,
  isCalm,
  mentions,
  passed,
  present,
  type Telling,
  type Trace,
  tellings,
  type Verdict,
} from 'lab/authoring';
import { isAbout, type PlacedOrder, placedOrders } from '../reading-the-trace.ts';
import { twoOrders } from '../scenarios.ts';
import { crashes, failingCommits, failingPublishes, slowCommits } from '../weather.ts';
import { nothingStored } from './everybody-confirmed.ts';
import { isCut, story } from './story.ts';

export const noOrderWithoutEvent: Check = {
  id: 'no-order-without-event',
  title: 'No order without its event and no event without its order, wherever a process crashes',
  scenario: twoOrders,
  scope: [crashes, failingPublishes, failingCommits, slowCommits],
  verdict: (trace) => {
    const orders = placedOrders(trace);
    const events = tellings(trace).filter(({ topic }) => topic === 'order.created');
    if (orders.length === 0 && events.length === 0 && isCalm(trace)) return nothingStored(trace);
    return untold(trace, orders, events) ?? untrue(trace, orders, events) ?? passed();
  },
};

function untold(trace: Trace, orders: readonly PlacedOrder[], events: readonly Telling[]): Verdict | undefined {
  const order = orders.find((each) => !events.some(({ body }) => isAbout(body, each)));
  if (!order) return undefined;
  const cut = trace.find((entry) => entry.seq > order.entry.seq && isCut(entry));
  const told = trace.filter(is('struck')).some(({ fault }) => fault.kind === 'delay')
    ? overtakenBy(order, orders)
    : undefined;
  const evidence = present(told?.entry, order.entry, cut);
  const overtaken = told
    ? ` Its transaction had begun earlier than that of ${customerName(told.email)}'s and was committed later: whoever had read up to the latest had read past it.`
    : '';
  return failed(
    `${customerName(order.email)}'s order was stored and nobody was ever told by order.created: ${story(...evidence)}.${overtaken}`,
    ...evidence,
  );
}

/** The order that was stored just before this one. */
function overtakenBy(order: PlacedOrder, orders: readonly PlacedOrder[]): PlacedOrder | undefined {
  return orders.findLast(({ entry }) => entry.seq < order.entry.seq && entry.tx > order.entry.tx);
}

/** Told before it was true, or never true at all. */
function untrue(trace: Trace, orders: readonly PlacedOrder[], events: readonly Telling[]): Verdict | undefined {
  for (const { body, entry } of events) {
    const order = orders.find((each) => isAbout(body, each));
    if (!order) {
      const undone = trace.find((e) => is('crashed', 'rolled back')(e) && e.seq > entry.seq);
      return failed(
        `An order was announced that does not exist: ${story(...present(entry, undone))}.`,
        ...present(entry, undone),
      );
    }
    // Two orders of one customer would be told apart by their ids.
    const own = orders.find((each) => mentions(body, each.id)) ?? order;
    if (own.entry.seq > entry.seq) {
      return failed(
        `${customerName(own.email)}'s order was announced at ${entry.at} ms and stored only at ${own.entry.at} ms: had the commit failed in between, everybody would have heard of an order that does not exist.`,
        entry,
        own.entry,
      );
    }
  }
  return undefined;
}
