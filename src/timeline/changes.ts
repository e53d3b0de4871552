import type { Change } from 'lab/authoring';
import type { Subjects } from './subjects.ts';
import { quoted, type Telling } from './telling.ts';

/** What a commit changed, a clause for each row: "Ada’s order is stored, order.created waits in outbox". */
export function changeClauses(changes: readonly Change[], subjects: Subjects): string[] {
  const clauses: string[] = [];
  const counts = new Map<string, number>();
  for (const change of changes) {
    const clause = clauseOf(change, subjects);
    if (!counts.has(clause)) clauses.push(clause);
    counts.set(clause, (counts.get(clause) ?? 0) + 1);
  }
  const shown = clauses
    .slice(0, MOST)
    .map((clause) => ((counts.get(clause) ?? 1) > 1 ? `${clause} (${counts.get(clause)} rows)` : clause));
  return clauses.length > MOST ? [...shown, `${clauses.length - MOST} more changes`] : shown;
}

/** The same in the two or three words that fit beside a box; nothing for bookkeeping, which the table tells. */
export function changeLabel(changes: readonly Change[], { subjects, single }: Telling): string | undefined {
  for (const change of changes) {
    const subject = subjectOf(change, subjects);
    if (change.op === 'insert' && isOrder(change.table) && subject) return `${subject.order} stored`;
  }
  for (const change of changes) {
    const changed = changedColumns(change).find(
      ([, value]) => typeof value === 'string' && !isTime(value) && value.length < 24,
    );
    if (change.op === 'update' && !isOutgoing(change) && changed) return `now “${String(changed[1])}”`;
  }
  for (const change of changes) {
    const counted = changedColumns(change).find(([name, value]) => typeof value === 'number' && name !== 'version');
    if (change.op === 'update' && !isOutgoing(change) && counted) return `now ${counted[0]} ${String(counted[1])}`;
  }
  const kept = changes.find((change) => change.op === 'insert' && !isOutgoing(change));
  if (!kept) return undefined;
  const subject = single || subjects.all.length < 2 ? undefined : subjectOf(kept, subjects);
  return subject ? `${subject.order} recorded` : 'recorded';
}

function clauseOf(change: Change, subjects: Subjects): string {
  const { table, op, row } = change;
  if (isMessage(change)) {
    const topic = String(row.topic);
    if (op === 'insert') return isOutgoing(change) ? `${topic} waits in ${table}` : `${topic} is recorded in ${table}`;
    if (op === 'delete') return `${topic} is taken out of ${table}`;
    const columns = changedColumns(change).map(([name]) => name);
    if (columns.includes('publishedAt')) return `${topic} in ${table} is marked as published`;
    return `${topic} in ${table} is marked (${columns.join(', ') || 'unchanged'})`;
  }
  const subject = subjectOf(change, subjects);
  const what =
    isOrder(table) && subject
      ? subject.order
      : subject
        ? `the row of ${table} for ${subject.order}`
        : `a row of ${table}`;
  if (op === 'insert')
    return isOrder(table) || !subject ? `${what} is stored` : `${subject.order} is recorded in ${table}`;
  if (op === 'delete') return `${what} is deleted`;
  const columns = changedColumns(change);
  if (columns.length === 0) return `${what} stays as it is`;
  const noted = columns.filter(([, value]) => isMoment(value)).map(([name]) => name);
  const said = columns.filter(([, value]) => !isMoment(value));
  if (said.length === 0) return `${noted.join(' and ')} of ${what} ${noted.length === 1 ? 'is' : 'are'} noted`;
  const values = said.slice(0, MOST).map(([name, value]) => `${name} ${shown(value)}`);
  const more = said.length > MOST ? ` and ${said.length - MOST} more` : '';
  return `${what} now says ${values.join(', ')}${more}`;
}

function changedColumns({ row, was }: Change): [string, unknown][] {
  return Object.entries(row).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was?.[name]));
}

function subjectOf(change: Change, subjects: Subjects) {
  const values = Object.values(change.row).filter((value) => typeof value === 'string');
  for (const value of [...values.filter((text) => text.includes('@')), ...values]) {
    const subject = subjects.byIdentifier(value);
    if (subject) return subject;
  }
  return undefined;
}

/** A row that holds a message: one that is to be published, or one that was heard. */
const isMessage = ({ row }: Change): boolean =>
  typeof row.topic === 'string' && typeof row.body === 'object' && row.body !== null;
/** The first of the two, as in an outbox, whose rows say whether they were published. */
const isOutgoing = (change: Change): boolean =>
  isMessage(change) && Object.keys(change.row).some((column) => /^(published|sent|told|relayed)(_?at)?$/i.test(column));
const isOrder = (table: string): boolean => table === 'orders';
const isMoment = (value: unknown): boolean => typeof value === 'string' && isTime(value);
const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\dT/.test(value);

function shown(value: unknown): string {
  if (typeof value === 'string') return `“${quoted(value, 40)}”`;
  return quoted(JSON.stringify(value) ?? String(value), 40);
}

const MOST = 3;
