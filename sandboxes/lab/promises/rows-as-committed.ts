import type { Change, Of, Played, Trace } from 'lab/authoring';
import { entries } from './playing.ts';

type Row = Readonly<Record<string, unknown>>;
type Tables = ReadonlyMap<string, Map<string, Row>>;

/**
 * The rows that an auditor reads in the end are the given ones and what was committed, one commit after the other: nothing
 * of a committed transaction is missing, nothing of any other is there, and none overwrote what it had not seen.
 */
export function rowsNotAsCommitted({ trace }: Played, given: Readonly<Record<string, readonly Row[]>>): string[] {
  const tables: Tables = new Map(Object.entries(given).map(([name, rows]) => [name, new Map(rows.map(keyed))]));
  const complaints = [
    ...entries(trace, 'committed').flatMap((commit) => applied(commit, tables, trace)),
    ...falseWord(trace),
  ];
  const seen = finalRows(trace);
  if (!seen) return [...complaints, 'the auditor got no answer: a lock was left behind'];
  for (const [name, rows] of tables) {
    const expected = [...rows.values()].map(said).sort();
    const found = (seen[name] ?? []).map(said).sort();
    const missing = expected.filter((row) => !found.includes(row));
    const foreign = found.filter((row) => !expected.includes(row));
    complaints.push(
      ...missing.map((row) => `missing from ${name}: ${row}`),
      ...foreign.map((row) => `too much in ${name}: ${row}`),
    );
  }
  return complaints;
}

/** Commits all that the transaction wrote, in order, on top of what was there when it wrote. */
function applied({ tx, changes, seq }: Of<'committed'>, tables: Tables, trace: Trace): string[] {
  const wrote = entries(trace, 'wrote', { tx })
    .filter((entry) => entry.seq < seq)
    .map(({ change }) => change);
  const complaints =
    JSON.stringify(wrote) === JSON.stringify(changes)
      ? []
      : [`transaction ${tx} committed something else than it wrote`];
  const rows = entries(trace, 'rolled back', { tx });
  if (rows.length > 0) complaints.push(`transaction ${tx} was rolled back and committed`);
  for (const change of changes) complaints.push(...changed(tables.get(change.table)!, change, tx));
  return complaints;
}

function changed(rows: Map<string, Row>, { op, row, was }: Change, tx: number): string[] {
  const key = String(row.id);
  const there = rows.get(key);
  if (op === 'delete') rows.delete(key);
  else rows.set(key, row);
  const expected = op === 'insert' ? undefined : op === 'update' ? was : row;
  return said(there) === said(expected) ? [] : [`transaction ${tx} did not see ${said(there)} when it wrote ${key}`];
}

/** What a program was told of its transactions is true. */
function falseWord(trace: Trace): string[] {
  return entries(trace, 'logged').flatMap(({ text }) => {
    const [, word, tag, code] = /^(stored|not stored) (\S+)(?: (\S+))?$/.exec(text) ?? [];
    if (tag === undefined) return [];
    const isStored = entries(trace, 'committed').some(({ changes }) =>
      changes.some(({ row }) => row.id === `${tag}/2`),
    );
    if (word === 'stored') return isStored ? [] : [`${tag} was called stored and is not`];
    // When no answer came, nobody can know.
    return isStored && code !== 'ETIMEDOUT' ? [`${tag} was called not stored and is`] : [];
  });
}

function finalRows(trace: Trace): Readonly<Record<string, readonly Row[]>> | undefined {
  const answered = entries(trace, 'answered', { process: 'auditor' }).at(-1);
  return answered?.status === 200 ? (answered.body as Readonly<Record<string, readonly Row[]>>) : undefined;
}

function keyed(row: Row): [string, Row] {
  return [String(row.id), row];
}

function said(row: Row | undefined): string {
  return row ? JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))) : 'nothing';
}
