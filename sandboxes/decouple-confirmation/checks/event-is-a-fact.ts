import {
  asRecord,
  type Check,
  customerName,
  failed,
  isCalm,
  passed,
  quoted,
  shortened,
  type Telling,
  type Trace,
  tellings,
  type Verdict,
} from 'lab/authoring';
import { isAbout, orderOf, type PlacedOrder, placedOrders } from '../reading-the-trace.ts';
import { twoOrders } from '../scenarios.ts';
import { crashes, failingPublishes } from '../weather.ts';
import { nothingStored } from './everybody-confirmed.ts';
import { namedFor } from './fact-or-command.ts';
import { story } from './story.ts';
import { whenItHappened } from './when-it-happened.ts';
import { wholeRow } from './whole-row.ts';

export const eventIsAFact: Check = {
  id: 'event-is-a-fact',
  title:
    'The event is a fact: what happened, to which order, when, in which version, under one id however often it is told',
  scenario: twoOrders,
  scope: [crashes, failingPublishes],
  verdict: (trace) => {
    const orders = placedOrders(trace);
    const events = tellings(trace).filter(({ topic }) => topic === 'order.created');
    if (isCalm(trace) && orders.length === 0) return nothingStored(trace);
    if (isCalm(trace)) {
      const untold = orders.find((order) => !events.some(({ body }) => isAbout(body, order)));
      if (untold) return toldOtherwise(trace, untold);
    }
    for (const event of events) {
      const unfit = shapeless(event) ?? untimely(trace, event, orders) ?? wholeRow(event, orders);
      if (unfit) return unfit;
    }
    return twoIds(events) ?? oneIdForTwo(events) ?? passed();
  },
};

function toldOtherwise(trace: Trace, order: PlacedOrder): Verdict {
  const name = customerName(order.email);
  const instead = tellings(trace).find(({ body }) => isAbout(body, order));
  if (!instead)
    return failed(`No order.created was published for ${name}'s order, nor anything else about it.`, order.entry);
  return failed(
    `No order.created was published for ${name}'s order; what was published is ${shortened(instead.topic)}. ${namedFor(instead.topic) === 'a command' ? 'A fact says what has happened, not what somebody should do.' : 'Whoever listens to order.created, as the contract has it, hears nothing.'}`,
    instead.entry,
  );
}

function shapeless({ body, entry }: Telling): Verdict | undefined {
  const { id, type, orderId, version } = asRecord(body);
  const lacks = (what: string) => failed(`The event order.created, told at ${entry.at} ms, ${what}.`, entry);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return lacks('is no object with fields');
  if (type !== undefined && !/(^|[./:])order[._-]?created$/i.test(String(type))) {
    return lacks(`calls itself ${quoted(type)}: its type says what has happened, order.created`);
  }
  if (typeof id !== 'string' || id === '')
    return lacks('has no id of its own: without one nobody can tell a copy from a second event');
  if (typeof orderId !== 'string' || orderId === '') return lacks('does not say which order: it has no orderId');
  if (id === orderId)
    return lacks('has the id of the order for its own: the next event about this order would look like a copy of it');
  if (typeof version !== 'number' || !Number.isInteger(version))
    return lacks('has no version of the order: a whole number that a later event can exceed');
  return undefined;
}

function untimely(trace: Trace, event: Telling, orders: readonly PlacedOrder[]): Verdict | undefined {
  const { orderId, occurredAt, version } = asRecord(event.body);
  const order = orders.find(({ id }) => id === orderId);
  const stored = order?.row.version;
  if (typeof stored === 'number' && version !== stored) {
    return failed(
      `The event order.created says version ${quoted(version)} of an order that was stored with version ${stored}.`,
      event.entry,
    );
  }
  const asked = order && orderOf(trace, order.email)?.call;
  return whenItHappened(occurredAt, { told: event.entry, asked, stored: order?.entry });
}

/** Told again, it is the same fact: id, time and version are those of the first telling. */
function twoIds(events: readonly Telling[]): Verdict | undefined {
  const firsts = new Map<unknown, Telling>();
  for (const event of events) {
    const fact = asRecord(event.body);
    const first = firsts.get(fact.orderId);
    if (!first) {
      firsts.set(fact.orderId, event);
      continue;
    }
    const before = asRecord(first.body);
    const twice = story(first.entry, event.entry);
    if (before.id !== fact.id) {
      return failed(
        `One order, one fact, two ids: ${twice}. Nobody can tell the copy from a new event; make the id where the order is made.`,
        first.entry,
        event.entry,
      );
    }
    if (before.occurredAt !== fact.occurredAt || before.version !== fact.version) {
      const what =
        before.version === fact.version
          ? `times, ${quoted(before.occurredAt)} and ${quoted(fact.occurredAt)}`
          : `versions, ${quoted(before.version)} and ${quoted(fact.version)}`;
      return failed(
        `One fact was told with two ${what}: ${twice}. What has happened does not change by being told again.`,
        first.entry,
        event.entry,
      );
    }
  }
  return undefined;
}

function oneIdForTwo(events: readonly Telling[]): Verdict | undefined {
  const orderIds = new Map<unknown, Telling>();
  for (const event of events) {
    const { id, orderId } = asRecord(event.body);
    const first = orderIds.get(id);
    if (first && asRecord(first.body).orderId !== orderId) {
      return failed(
        'Two orders were announced under one id: the second looks like a copy of the first, and will be thrown away as one.',
        first.entry,
        event.entry,
      );
    }
    orderIds.set(id, first ?? event);
  }
  return undefined;
}
