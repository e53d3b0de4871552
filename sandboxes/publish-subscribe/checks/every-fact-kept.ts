import { type Check, committed, failed, is, passed, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { factsOf, named } from '../reading.ts';
import { factsToCome } from '../scenarios.ts';
import { copies, lateDeliveries } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { keptFact, missing } from './unrecorded.ts';

export const everyFactKept: Check = {
  id: 'every-fact-kept',
  title: 'Analytics keeps every fact about orders, of however many words, and none about anything else',
  scenario: factsToCome,
  scope: [lateDeliveries, copies],
  verdict: (trace) => nobodyOrdered(trace) ?? tooLittle(trace) ?? tooMuch(trace) ?? passed(),
};

function tooLittle(trace: Trace): Verdict | undefined {
  const missed = factsOf(trace).find((fact) => !keptFact(trace, fact));
  return missed && missing(trace, 'analytics', `The analytics process has not kept ${named(missed)}.`, missed);
}

function tooMuch(trace: Trace): Verdict | undefined {
  const told = new Set(factsOf(trace).map(({ id }) => id));
  const foreign = committed(trace, 'facts').find(({ op, row }) => op !== 'delete' && !told.has(row.id));
  if (!foreign) return undefined;
  const bound = trace.filter(is('bound')).find(({ process }) => process === 'analytics');
  return failed(
    `The analytics process kept ${quoted(foreign.row.topic)} at ${foreign.entry.at} ms, which is no fact about an order.${bound ? ` Its queue ${bound.queue} is bound to ${bound.topics.join(' and ')}.` : ''}`,
    ...present(bound, foreign.entry),
  );
}
