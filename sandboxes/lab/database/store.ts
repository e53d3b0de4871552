import { failure } from '#world/failure.ts';
import type { Row } from './columns.ts';
import type { Relation } from './relation.ts';
import type { Session, Slot } from './session.ts';
import type { Condition } from './where.ts';

/** One table's rows, committed and otherwise, and the numbers it gives out. */
export class Store {
  readonly relation: Relation;
  readonly #slots = new Map<string, Slot>();
  readonly #sequences = new Map<string, number>();

  constructor(relation: Relation) {
    this.relation = relation;
  }

  /** The place for this key, made when it is not there. */
  slot(key: string): Slot {
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = { key, among: this.#slots, row: undefined, holder: undefined, own: undefined };
      this.#slots.set(key, slot);
    }
    return slot;
  }

  /** Slots whose row this transaction sees and the condition holds for; only one is looked at when the key is known. */
  matching(tx: Session, condition: Condition): Slot[] {
    const found: Slot[] = [];
    if (condition.key === undefined) {
      for (const slot of this.#slots.values()) if (isMatch(tx, slot, condition)) found.push(slot);
    } else {
      const slot = this.#slots.get(condition.key);
      if (slot && isMatch(tx, slot, condition)) found.push(slot);
    }
    return found;
  }

  /** The values that an insert gives, each as its column stores it. Numbers are taken later, when the row is written. */
  parsed(given: unknown): Row {
    const { name, columns } = this.relation;
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new TypeError(`A row of "${name}" is an object with its columns.`);
    const row = this.#parsed(given as Row);
    for (const { name: column, type, isNullable } of columns) {
      if (row[column] === undefined && type !== 'bigserial' && !isNullable) this.relation.stored(column, null);
    }
    return row;
  }

  /** The values of an update. */
  parsedChanges(given: unknown): Row {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new TypeError(`The changes to "${this.relation.name}" are an object with columns.`);
    return this.#parsed(given as Row);
  }

  /** A whole row in the order of the columns, with the next number where none was given. A number is never given back. */
  numbered(parsed: Row): Row {
    const row: Record<string, unknown> = { ...this.relation.blank };
    for (const { name, type } of this.relation.columns) {
      row[name] = parsed[name] ?? (type === 'bigserial' ? this.#nextNumber(name) : null);
    }
    return row;
  }

  /** A row cannot change its key. */
  changed(was: Row, changes: Row): Row {
    const row = { ...was, ...changes };
    if (this.relation.keyOf(row) === this.relation.keyOf(was)) return row;
    const { name } = this.relation;
    throw failure(`a row of "${name}" cannot change its key here: delete it and insert another`, '0A000');
  }

  #parsed(given: Row): Row {
    const row: Record<string, unknown> = {};
    for (const column in given) {
      if (Object.hasOwn(given, column) && given[column] !== undefined)
        row[column] = this.relation.stored(column, given[column]);
    }
    return row;
  }

  #nextNumber(column: string): number {
    const next = (this.#sequences.get(column) ?? 0) + 1;
    this.#sequences.set(column, next);
    return next;
  }
}

function isMatch(tx: Session, slot: Slot, condition: Condition): boolean {
  const row = tx.sees(slot);
  return row !== undefined && condition.holds(row);
}
