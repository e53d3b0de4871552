import {
  type Check,
  customersAsked,
  failed,
  isCalm,
  passed,
  present,
  quoted,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { type Changed, changesOf, factsOf, hasVersionOf, tells } from '../reading.ts';
import { bothAtOnce } from '../scenarios.ts';

export const toldOnce: Check = {
  id: 'told-once',
  title:
    'When nothing goes wrong, each change is told once: by two relays, and when an order is paid and cancelled at once',
  scenario: bothAtOnce,
  scope: [],
  verdict: (trace) =>
    ofOneVersion(changesOf(trace)) ??
    revived(changesOf(trace)) ??
    tooMany(trace) ??
    tooFew(trace) ??
    unequal(trace) ??
    passed(),
};

/** Two customers who both read version 1. */
function ofOneVersion(changes: readonly Changed[]): Verdict | undefined {
  for (const later of changes) {
    const earlier = changes.find(
      (each) => each.orderId === later.orderId && each.version === later.version && each.entry.seq < later.entry.seq,
    );
    if (!earlier) continue;
    return failed(
      `${earlier.said} at ${earlier.entry.at} ms, and at ${later.entry.at} ms ${later.said}: both are version ${later.version}, so the second had not seen the first.`,
      earlier.entry,
      later.entry,
    );
  }
  return undefined;
}

/** A cancelled order stays as it is. */
function revived(changes: readonly Changed[]): Verdict | undefined {
  for (const later of changes) {
    const cancelled = changes.find(
      ({ orderId, version, topic }) =>
        orderId === later.orderId && topic === 'order.cancelled' && version < later.version,
    );
    if (!cancelled) continue;
    return failed(
      `${cancelled.said} at ${cancelled.entry.at} ms, and at ${later.entry.at} ms ${later.said}: a cancelled order can be changed no more.`,
      cancelled.entry,
      later.entry,
    );
  }
  return undefined;
}

function tooMany(trace: Trace): Verdict | undefined {
  const changes = changesOf(trace);
  const untrue = factsOf(trace).find((fact) => !changes.some((change) => tells(fact, change)));
  if (!untrue) return undefined;
  const { topic, version, orderId, entry } = untrue;
  const meant = changes.find((change) => change.orderId === orderId && change.topic === topic);
  if (meant) {
    return failed(
      `${meant.said} at ${meant.entry.at} ms, as version ${meant.version}. ${topic}, told at ${entry.at} ms, says version ${quoted(version)}: a fact says what was when it happened, and not what is when it is told.`,
      meant.entry,
      entry,
    );
  }
  const rival = changes.find((change) => hasVersionOf(untrue, change));
  const instead = rival ? `: what did was that ${rival.said}, and somebody came second without noticing` : '';
  return failed(
    `${topic} was told at ${entry.at} ms, as version ${quoted(version)}, and it never happened${instead}.`,
    ...present(entry, rival?.entry),
  );
}

function tooFew(trace: Trace): Verdict | undefined {
  const changes = changesOf(trace);
  const accepted = customersAsked(trace, 'POST').filter((asked) => asked.accepted);
  if (accepted.length === 0 && isCalm(trace)) return failed('No order was accepted, so nothing could be told.');
  if (changes.length >= accepted.length) return undefined;
  return failed(
    `${accepted.length} requests were answered with yes, and the table orders had ${changes.length} changes: when two change one order at once, the second must see what the first has done.`,
    ...accepted.flatMap(({ answer }) => answer ?? []).slice(-2),
  );
}

function unequal(trace: Trace): Verdict | undefined {
  const facts = factsOf(trace);
  for (const change of changesOf(trace)) {
    const [first, second] = facts.filter((fact) => tells(fact, change));
    if (!first) return failed(`${change.said} at ${change.entry.at} ms, and nobody was told.`, change.entry);
    if (!second) continue;
    const by =
      first.entry.instance === second.entry.instance
        ? `by the same relay, at ${first.entry.at} and ${second.entry.at} ms`
        : `by relay ${first.entry.instance} at ${first.entry.at} ms and by relay ${second.entry.instance} at ${second.entry.at} ms`;
    return failed(
      `${change.said}, and was told so twice: ${by}. Nothing had gone wrong, so one of the two was for nothing.`,
      first.entry,
      second.entry,
    );
  }
  return undefined;
}
