import { type Check, committed, failed, isCalm, passed, type Trace, type Verdict } from 'lab/authoring';
import { nobodyOrdered } from '../reading.ts';
import { aBacklog, JOBS } from '../scenarios.ts';

/** Of eight. */
const A_FAIR_SHARE = 3;

export const backlogIsShared: Check = {
  id: 'backlog-is-shared',
  title: 'Eight jobs that wait are shared by both instances: each does three or more',
  scenario: aBacklog,
  scope: [],
  verdict: (trace) => nobodyOrdered(trace) ?? unfair(trace) ?? passed(),
};

function unfair(trace: Trace): Verdict | undefined {
  if (!isCalm(trace)) return undefined;
  const made = committed(trace, 'invoices').filter(({ op }) => op === 'insert');
  const by = [1, 2].map((instance) =>
    made.filter(({ entry }) => entry.process === 'invoices' && entry.instance === instance),
  );
  const evidence = by.flatMap(([first]) => (first ? [first.entry] : []));
  const [one, two] = by.map(({ length }) => length) as [number, number];
  if (one + two < JOBS) return failed(`${JOBS} orders were accepted, and ${one + two} invoices made.`, ...evidence);
  if (Math.min(one, two) >= A_FAIR_SHARE) return undefined;
  const idle = one < two ? 1 : 2;
  return failed(
    `${JOBS} jobs were waiting when both instances came, and of the invoices invoices-1 made ${one}, invoices-2 made ${two}. A queue hands out as much at once as prefetch allows, so the first to ask can take it all, and invoices-${idle} stands idle beside a full desk.`,
    ...evidence,
  );
}
