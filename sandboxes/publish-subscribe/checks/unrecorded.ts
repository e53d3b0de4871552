import { committed, failed, type Of, type Trace, type Verdict } from 'lab/authoring';
import { type Fact, factsOf, named, SHARED_TOPICS } from '../reading.ts';
import { whyMissed } from '../why-missed.ts';

/** The failure when stock or analytics did nothing about an order that was created or cancelled. */
export function unrecorded(trace: Trace): Verdict | undefined {
  for (const fact of factsOf(trace, ...SHARED_TOPICS)) {
    if (!slipFor(trace, fact)) return missing(trace, 'stock', `The stock process has no slip of ${named(fact)}.`, fact);
    if (!keptFact(trace, fact))
      return missing(trace, 'analytics', `The analytics process has not kept ${named(fact)}.`, fact);
  }
  return undefined;
}

export function missing(trace: Trace, service: string, what: string, fact: Fact): Verdict {
  const { because, evidence } = whyMissed(trace, service, fact);
  return failed(`${what} ${because}`, ...evidence);
}

/** The commit that wrote the slip of a fact about a whole order. */
export function slipFor(trace: Trace, { topic, order }: Fact): Of<'committed'> | undefined {
  const what = topic.split('.')[1];
  return committed(trace, 'slips').find(
    ({ op, row }) => op !== 'delete' && row.orderId === order?.id && row.what === what,
  )?.entry;
}

/** The commit that put a fact among the facts of analytics. */
export function keptFact(trace: Trace, { id, topic }: Fact): Of<'committed'> | undefined {
  return committed(trace, 'facts').find(({ op, row }) => op !== 'delete' && row.id === id && row.topic === topic)
    ?.entry;
}
