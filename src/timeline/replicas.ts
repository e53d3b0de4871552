import { type Of, parseScheduleId, replicaLagMs } from 'lab/authoring';
import type { Story } from './story.ts';
import { duration } from './telling.ts';
import type { TraceIndex } from './trace-index.ts';

export type Reader = Of<'selected'>['from'];

/**
 * Which readers an answer was made from, in their order: the last one gave what was shown, those before it were asked for
 * something else. Nothing where no replica is read at all, or where several requests shared the instance meanwhile.
 */
export function readersOf(answer: Of<'answered'>, call: Of<'called'>, index: TraceIndex): readonly Reader[] {
  const readers: Reader[] = [];
  for (let seq = call.seq + 1; seq < answer.seq; seq++) {
    const entry = index.trace[seq];
    if (entry?.kind === 'answered' && entry.process === answer.process && entry.instance === answer.instance) return [];
    if (entry?.kind !== 'selected' || entry.process !== answer.process || entry.instance !== answer.instance) continue;
    if (readers.at(-1) !== entry.from) readers.push(entry.from);
  }
  const isShared = index.trace.some(
    (entry) =>
      entry.kind === 'answered' &&
      entry.seq > answer.seq &&
      entry.process === answer.process &&
      entry.instance === answer.instance &&
      (index.called.get(entry.call)?.seq ?? entry.seq) < answer.seq,
  );
  return isShared || !readers.some((reader) => reader !== 'database') ? [] : readers;
}

/** "read from replica 2, after replica 1 was asked" */
export function readersClause(readers: readonly Reader[]): string {
  const last = readers.at(-1);
  if (last === undefined) return '';
  const before = [...new Set(readers.slice(0, -1))].filter((reader) => reader !== last).map(named);
  return `read from ${named(last)}${before.length === 0 ? '' : `, after ${before.join(' and ')} ${before.length === 1 ? 'was' : 'were'} asked`}`;
}

export const named = (reader: Reader): string => (reader === 'database' ? 'the database' : reader);

/** "; replica 1 shows it 15 ms later, replica 2 400 ms later", at the commits that put a row into a table read from replicas. */
export function replicaClauses({ schedule }: Story, index: TraceIndex): ReadonlyMap<number, string> {
  const faults = parseScheduleId(schedule) ?? [];
  const tables = new Set<string>();
  const replicas = new Set<number>();
  for (const entry of index.trace) {
    if (entry.kind !== 'selected' || entry.from === 'database') continue;
    tables.add(entry.table);
    replicas.add(Number(entry.from.split(' ')[1]));
  }
  const lags = [...replicas]
    .sort((one, other) => one - other)
    .map(
      (replica, i) =>
        `replica ${replica}${i === 0 ? ' shows it' : ''} ${duration(replicaLagMs(faults, replica))} later`,
    );
  const clauses = new Map<number, string>();
  for (const entry of index.trace)
    if (lags.length > 0 && entry.kind === 'committed' && entry.changes.some(({ table }) => tables.has(table)))
      clauses.set(entry.seq, `; ${lags.join(', ')}`);
  return clauses;
}
