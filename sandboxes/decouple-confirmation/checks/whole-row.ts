import { asRecord, failed, mentions, shortened, somePart, type Telling, type Verdict } from 'lab/authoring';
import type { PlacedOrder } from '../reading-the-trace.ts';

/** Columns that a subscriber may well need. What else is in the row is the order process's own business. */
const TELLING = ['id', 'email', 'total', 'version'];

/** The failure when an event carries our notes, or the row as it is stored, under whatever name. */
export function wholeRow({ body, entry }: Telling, orders: readonly PlacedOrder[]): Verdict | undefined {
  const order = orders.find(({ id }) => mentions(body, id));
  if (!order) return undefined;
  // As a value of its own or within a text, such as a row turned into JSON.
  const note = order.row.marginNote;
  if (
    typeof note === 'string' &&
    note.length > 1 &&
    somePart(body, (part) => typeof part === 'string' && part.includes(note))
  ) {
    return failed(
      `The event order.created, told at ${entry.at} ms, carries our margin note (${shortened(note)}): it went out to every subscriber, now and later. Tell what happened, not the row.`,
      entry,
    );
  }
  const columns = Object.keys(order.row).filter((column) => column !== 'marginNote');
  const inner = columns.filter((column) => !TELLING.includes(column));
  if (inner.length === 0 || !somePart(body, (part) => columns.every((column) => column in asRecord(part))))
    return undefined;
  return failed(
    `The event order.created, told at ${entry.at} ms, carries the row as it is stored, with ${shortened(inner.join(' and '))}: from now on every change of our table is a change for every subscriber. Tell what happened.`,
    entry,
  );
}
