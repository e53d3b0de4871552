import { failed, type Trace, type Verdict } from 'lab/authoring';
import { type Changed, changesOf, type Fact, factsOf, tells } from '../reading.ts';

/**
 * The failure when of one order something later was told before something earlier. Only the first telling of each counts:
 * a copy may come at any time, and its reader knows it by its id.
 */
export function outOfOrder(trace: Trace): Verdict | undefined {
  const facts = factsOf(trace);
  const firstOf = (change: Changed) => facts.find((fact) => tells(fact, change));
  const latest = new Map<string, { readonly change: Changed; readonly fact: Fact }>();
  for (const change of byVersion(changesOf(trace))) {
    const fact = firstOf(change);
    if (!fact) continue;
    const before = latest.get(change.orderId);
    if (before && before.fact.entry.seq > fact.entry.seq) return failedFor(change, fact, before);
    latest.set(change.orderId, { change, fact });
  }
  return undefined;
}

function failedFor(later: Changed, fact: Fact, earlier: { readonly change: Changed; readonly fact: Fact }): Verdict {
  const { change, fact: told } = earlier;
  const relays =
    fact.entry.instance === told.entry.instance
      ? ''
      : ` Relay ${fact.entry.instance} told the one, relay ${told.entry.instance} the other.`;
  return failed(
    `${later.said}, which ${fact.topic} told at ${fact.entry.at} ms. That it had been ${statusOf(change)} before was told only at ${told.entry.at} ms.${relays}`,
    fact.entry,
    told.entry,
  );
}

const statusOf = ({ topic }: Changed): string => topic.slice('order.'.length);

const byVersion = (changes: readonly Changed[]): readonly Changed[] =>
  changes.toSorted((one, other) => one.version - other.version);
