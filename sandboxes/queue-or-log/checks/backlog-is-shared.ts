import { type Check, committed, failed, is, isCalm, passed, quoted, type Trace, type Verdict } from 'lab/authoring';
import { logOf, nobodyOrdered } from '../reading.ts';
import { aBacklog, JOBS } from '../scenarios.ts';

/** Of eight. */
const A_FAIR_SHARE = 3;

export const backlogIsShared: Check = {
  id: 'backlog-is-shared',
  title: 'Eight orders are shared: each instance does three jobs or more, and not all facts lie in one partition',
  scenario: aBacklog,
  scope: [],
  verdict: (trace) => nobodyOrdered(trace) ?? unfair(trace) ?? heaped(trace) ?? passed(),
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

/** A partition is read by one instance, so what lies in one partition is nothing to share. */
function heaped(trace: Trace): Verdict | undefined {
  const told = logOf(trace).flatMap(({ created }) => (created ? [created.entry] : []));
  const [first, ...others] = told;
  if (!first || told.length < JOBS || others.some(({ partition }) => partition !== first.partition)) return undefined;
  const hasOneKey = others.every(({ key }) => key === first.key);
  const hasOnePartition = !trace
    .filter(is('assigned'))
    .some(({ log, partitions }) => log === first.log && partitions.some((each) => each > 0));
  // Keys of their own that fall into one partition are bad luck.
  if (!hasOneKey && !hasOnePartition) return undefined;
  const reader = trace.filter(is('read')).find(({ message }) => message === first.message);
  const why = hasOnePartition
    ? 'The log orders has only one.'
    : `All of them have the key ${quoted(first.key)}, and what has one key goes into one partition.`;
  return failed(
    `The facts of ${JOBS} orders all lie in partition ${first.partition}, which one instance reads${
      reader ? `, ${reader.process}-${reader.instance}` : ''
    }; any other can only look on. ${why}`,
    first,
    ...told.slice(-1),
    ...(reader ? [reader] : []),
  );
}
