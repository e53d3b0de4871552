import { asRecord, type Check, failed, passed, quoted, type Trace, type Verdict } from 'lab/authoring';
import { type Changed, changesOf, type Fact, factsOf, hasVersionOf } from '../reading.ts';
import { twoOrders } from '../scenarios.ts';
import { nothingChanged } from './nothing-changed.ts';

export const toldByTheRelay: Check = {
  id: 'told-by-the-relay',
  title: 'Every change of an order is told as a fact, and it is the relay that tells it',
  scenario: twoOrders,
  scope: [],
  verdict: (trace) => nothingChanged(trace) ?? untold(trace) ?? sharedId(trace) ?? passed(),
};

function untold(trace: Trace): Verdict | undefined {
  for (const change of changesOf(trace)) {
    const about = factsOf(trace).filter((fact) => hasVersionOf(fact, change));
    const [fact] = about;
    if (!fact) {
      return failed(
        `${change.said} at ${change.entry.at} ms, and nobody was told: no message has its orderId and version ${change.version}.`,
        change.entry,
      );
    }
    const other = about.find(({ entry }) => entry.process !== 'relay');
    if (other) {
      return failed(
        `${change.said} at ${change.entry.at} ms, and at ${other.entry.at} ms the ${other.entry.process} process published ${other.topic} itself. Between the two it may die; telling is the relay's work.`,
        change.entry,
        other.entry,
      );
    }
    const wrong = shapeless(fact, change);
    if (wrong) return failed(wrong, fact.entry);
  }
  return undefined;
}

/** What a fact lacks, in a sentence; undefined when all of it is there. */
function shapeless({ topic, body, entry }: Fact, change: Changed): string | undefined {
  const { id, occurredAt, orderId, email } = asRecord(body);
  const event = `The message about it, told at ${entry.at} ms,`;
  if (topic !== change.topic) return `${change.said}, and was told on the topic ${topic}, not ${change.topic}.`;
  if (typeof id !== 'string' || id === '') return `${change.said}. ${event} has no id.`;
  if (id === orderId)
    return `${change.said}. ${event} has the order's id for its own: the next fact about this order would look like a copy of it.`;
  if (typeof occurredAt !== 'string' || Number.isNaN(Date.parse(occurredAt)))
    return `${change.said}. ${event} does not say when: occurredAt is ${quoted(occurredAt)}.`;
  return typeof email === 'string' ? undefined : `${change.said}. ${event} has no email.`;
}

/** Two facts under one id are one fact to whoever removes copies. */
function sharedId(trace: Trace): Verdict | undefined {
  const first = new Map<unknown, Fact>();
  for (const fact of factsOf(trace)) {
    const { id } = asRecord(fact.body);
    const twin = first.get(id);
    first.set(id, twin ?? fact);
    if (twin && (twin.orderId !== fact.orderId || twin.version !== fact.version)) {
      return failed(
        `${twin.topic} and ${fact.topic} were told under one id, ${quoted(id)}: whoever has seen the first takes the second for a copy.`,
        twin.entry,
        fact.entry,
      );
    }
  }
  return undefined;
}
