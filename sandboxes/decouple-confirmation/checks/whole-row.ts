import { failed, type Verdict } from 'lab/authoring';
import { asRecord, mentions, type PlacedOrder, type Telling } from '../reading-the-trace.ts';

/** Columns that a subscriber may well need. What else is in the row is the order process's own business. */
const TELLING = ['id', 'email', 'total', 'version'];

/** The failure when an event carries our notes, or the row as it is stored, under whatever name. */
export function wholeRow({ body, entry }: Telling, orders: readonly PlacedOrder[]): Verdict | undefined {
  const order = orders.find(({ id }) => mentions(body, id));
  if (!order) return undefined;
  const note = asRecord(order.row).marginNote;
  if (typeof note === 'string' && note.length > 1 && mentionsNote(body, note)) {
    return failed(
      `The event order.created, told at ${entry.at} ms, carries our margin note (${note}): it went out to every subscriber, now and later. Tell what happened, not the row.`,
      entry,
    );
  }
  const columns = Object.keys(order.row).filter((column) => column !== 'marginNote');
  const inner = columns.filter((column) => !TELLING.includes(column));
  if (inner.length === 0 || !holdsColumns(body, columns)) return undefined;
  return failed(
    `The event order.created, told at ${entry.at} ms, carries the row as it is stored, with ${inner.join(' and ')}: from now on every change of our table is a change for every subscriber. Tell what happened.`,
    entry,
  );
}

/** As a value of its own or within a text, such as a row turned into JSON. */
function mentionsNote(value: unknown, note: string): boolean {
  if (typeof value === 'string') return value.includes(note);
  return Object.values(asRecord(value)).some((part) => mentionsNote(part, note));
}

/** Whether one object in the body has all these columns for fields. */
function holdsColumns(value: unknown, columns: readonly string[]): boolean {
  const fields = asRecord(value);
  return (
    columns.every((column) => column in fields) || Object.values(fields).some((part) => holdsColumns(part, columns))
  );
}
