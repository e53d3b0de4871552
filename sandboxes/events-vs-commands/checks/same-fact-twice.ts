import { type Check, failed, isCalm, passed, quoted, type Trace, type Verdict } from 'lab/authoring';
import { type Fact, factsOf, ordersOf } from '../reading.ts';
import { tooFewPens } from '../scenarios.ts';
import { copies, crashes, failingPublishes } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { whenItHappened } from './when-it-happened.ts';

const FACTS = ['order.placed', 'stock.reserved', 'stock.refused'];

export const sameFactTwice: Check = {
  id: 'same-fact-twice',
  title: 'A fact has an id of its own and the time at which it happened, and keeps both when it is told again',
  scenario: tooFewPens,
  scope: [crashes, copies, failingPublishes],
  verdict: (trace) => nobodyOrdered(trace) ?? nothingTold(trace) ?? changed(trace) ?? untimely(trace) ?? passed(),
};

function nothingTold(trace: Trace): Verdict | undefined {
  const [first] = factsOf(trace).filter(({ topic }) => FACTS.includes(topic));
  return first || trace.some(({ kind }) => kind === 'struck')
    ? undefined
    : failed('None of the three facts was ever told.');
}

function changed(trace: Trace): Verdict | undefined {
  const known = new Map<string, Fact>();
  const byId = new Map<unknown, Fact>();
  for (const fact of factsOf(trace).filter(({ topic }) => FACTS.includes(topic))) {
    const { topic, body, entry } = fact;
    const name = `${topic} ${String(body.orderId)}`;
    const before = known.get(name);
    known.set(name, before ?? fact);
    const nameless = withoutIdOfItsOwn(fact);
    if (nameless) return nameless;
    if (before && before.body.id !== body.id) {
      return failed(
        `${topic} was told at ${before.entry.at} ms and again at ${entry.at} ms, under another id. Whoever wants to know the copy cannot: make the id once, and keep it with what was decided.`,
        before.entry,
        entry,
      );
    }
    if (before && before.body.occurredAt !== body.occurredAt) {
      return failed(
        `${topic} happened at ${quoted(before.body.occurredAt)}, and when it was told again at ${entry.at} ms, at ${quoted(body.occurredAt)}. Telling it again does not make it happen later.`,
        before.entry,
        entry,
      );
    }
    const twin = byId.get(body.id);
    byId.set(body.id, twin ?? fact);
    if (twin && (twin.topic !== topic || twin.body.orderId !== body.orderId)) {
      return failed(
        `${twin.topic} and ${topic} were told under one id, ${quoted(body.id)}: whoever has seen the first takes the second for a copy.`,
        twin.entry,
        entry,
      );
    }
  }
  return undefined;
}

function withoutIdOfItsOwn({ topic, body, entry }: Fact): Verdict | undefined {
  const event = `The event ${topic}, told at ${entry.at} ms,`;
  if (typeof body.id !== 'string' || body.id === '')
    return failed(`${event} has no id: nobody can tell a copy of it from another fact.`, entry);
  if (body.id !== body.orderId) return undefined;
  return failed(
    `${event} has the order's id for its own: the next fact about this order would look like a copy of it.`,
    entry,
  );
}

/** In calm weather only: what is told again after a crash happened when it happened. */
function untimely(trace: Trace): Verdict | undefined {
  if (!isCalm(trace)) return undefined;
  for (const fact of factsOf(trace).filter(({ topic }) => FACTS.includes(topic))) {
    const order = ordersOf(trace).find(({ id }) => id === fact.body.orderId);
    const wrong = order && whenItHappened(fact, order);
    if (wrong) return wrong;
  }
  return undefined;
}
