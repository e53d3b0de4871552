import type { Table } from 'lab';
import { failure } from '#world/failure.ts';
import { type Row, stored } from './columns.ts';
import type { Session, Slot } from './session.ts';
import { keyOf } from './where.ts';

/** One table's rows, committed and otherwise, and the numbers it gives out. */
export class Store {
  readonly table: Table<object>;
  readonly #slots = new Map<string, Slot>();
  readonly #sequences = new Map<string, number>();

  constructor(table: Table<object>) {
    this.table = table;
  }

  /** The place for this key, made when it is not there. */
  slot(key: string): Slot {
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = { key, among: this.#slots, row: undefined, holder: undefined };
      this.#slots.set(key, slot);
    }
    return slot;
  }

  /** Slots that hold a row for this transaction; only one is looked at when the key is known. */
  visible(tx: Session, key: string | undefined, holds: (row: Row) => boolean): [Slot, Row][] {
    const found: [Slot, Row][] = [];
    const look = (slot: Slot) => {
      const row = tx.sees(slot);
      if (row && holds(row)) found.push([slot, row]);
    };
    if (key === undefined) for (const slot of this.#slots.values()) look(slot);
    else {
      const slot = this.#slots.get(key);
      if (slot) look(slot);
    }
    return found;
  }

  /** The values of an insert, each as its column stores it. Numbers are taken later, when the row is written. */
  parsed(given: unknown): Row {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new TypeError(`A row of "${this.table.name}" is an object with its columns.`);
    const row: Record<string, unknown> = {};
    for (const [column, value] of Object.entries(given)) row[column] = stored(this.table, column, value);
    for (const [column, type] of Object.entries(this.table.columns)) {
      if (row[column] === undefined && type !== 'bigserial') row[column] = stored(this.table, column, null);
    }
    return row;
  }

  /** In the order of the columns, with the next number where none was given. A number is never given back. */
  numbered(parsed: Row): Row {
    const row: Record<string, unknown> = {};
    for (const [column, type] of Object.entries(this.table.columns)) {
      row[column] = parsed[column] ?? (type === 'bigserial' ? this.#nextNumber(column) : null);
    }
    return row;
  }

  /** The values of an update. A row cannot change its key. */
  parsedChanges(given: unknown): Row {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new TypeError(`The changes to "${this.table.name}" are an object with columns.`);
    const changes: Record<string, unknown> = {};
    for (const [column, value] of Object.entries(given))
      if (value !== undefined) changes[column] = stored(this.table, column, value);
    return changes;
  }

  changed(was: Row, changes: Row): Row {
    const row = { ...was, ...changes };
    if (keyOf(this.table, row) !== keyOf(this.table, was)) {
      throw failure(`a row of "${this.table.name}" cannot change its key here: delete it and insert another`, '0A000');
    }
    return row;
  }

  #nextNumber(column: string): number {
    const next = (this.#sequences.get(column) ?? 0) + 1;
    this.#sequences.set(column, next);
    return next;
  }
}
