import {
  asRecord,
  type Check,
  committed,
  failed,
  is,
  passed,
  present,
  quoted,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { type Fact, factsOf, named } from '../reading.ts';
import { factsToCome } from '../scenarios.ts';
import { copies, lateDeliveries } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { keptFact, missing } from './unrecorded.ts';

export const everyFactKept: Check = {
  id: 'every-fact-kept',
  title: 'Analytics keeps the whole of every fact about orders, of however many words, and none about anything else',
  scenario: factsToCome,
  scope: [lateDeliveries, copies],
  verdict: (trace) => nobodyOrdered(trace) ?? tooLittle(trace) ?? inPart(trace) ?? tooMuch(trace) ?? passed(),
};

function tooLittle(trace: Trace): Verdict | undefined {
  const missed = factsOf(trace).find((fact) => !keptFact(trace, fact));
  return missed && missing(trace, 'analytics', `The analytics process has not kept ${named(missed)}.`, missed);
}

function inPart(trace: Trace): Verdict | undefined {
  for (const fact of factsOf(trace)) {
    const rows = committed(trace, 'facts').filter(({ op, row }) => op !== 'delete' && row.id === fact.id);
    const last = rows.at(-1);
    const lost = last && fieldsLost(fact, last.row.body);
    if (!lost || lost.length === 0) continue;
    return failed(
      `The analytics process kept ${named(fact)} at ${last.entry.at} ms, and the body in its row is without ${lost.join(', ')}. Who asks later what was told will find only what is kept.`,
      fact.entry,
      last.entry,
    );
  }
  return undefined;
}

/** What the fact says and the body in the row does not; the body may say more. */
function fieldsLost({ entry }: Fact, body: unknown): readonly string[] {
  const [told, kept] = [asRecord(entry.body), asRecord(body)];
  return Object.keys(told).filter((field) => JSON.stringify(told[field]) !== JSON.stringify(kept[field]));
}

function tooMuch(trace: Trace): Verdict | undefined {
  const told = new Set(factsOf(trace).map(({ id }) => id));
  const foreign = committed(trace, 'facts').find(({ op, row }) => op !== 'delete' && !told.has(row.id));
  if (!foreign) return undefined;
  const bound = trace.filter(is('bound')).find(({ process }) => process === 'analytics');
  const [word] = String(foreign.row.topic).split('.');
  const near = word !== 'order' && word?.startsWith('order') ? `: its first word is ${quoted(word)}, not "order"` : '';
  return failed(
    `The analytics process kept ${quoted(foreign.row.topic)} at ${foreign.entry.at} ms, which is no fact about an order${near}.${bound ? ` Its queue ${bound.queue} is bound to ${bound.topics.join(' and ')}.` : ''}`,
    ...present(bound, foreign.entry),
  );
}
