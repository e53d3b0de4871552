import type { ColumnType, Table } from 'lab';
import { failure } from '#world/failure.ts';
import { PARSE, type Parse, type Row } from './columns.ts';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly isNullable: boolean;
  readonly parse: Parse;
}

/** What is known of a table before there is a row in it. Read once for a program. */
export class Relation {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  /** A row without values: what rows are made from, so that all have one shape. */
  readonly blank: Row;
  readonly #byName: ReadonlyMap<string, Column>;
  /** Most tables have one; undefined when the key has several columns. */
  readonly #onlyKey: string | undefined;

  constructor({ name, columns, key }: Table<object>) {
    this.name = name;
    this.columns = Object.entries(columns).map(([column, declared]) => columnFrom(column, declared));
    this.key = key;
    this.blank = Object.fromEntries(this.columns.map((column) => [column.name, null]));
    this.#byName = new Map(this.columns.map((column) => [column.name, column]));
    this.#onlyKey = key.length === 1 ? key[0] : undefined;
  }

  column(name: string): Column {
    const column = this.#byName.get(name);
    if (!column) throw failure(`column "${name}" of relation "${this.name}" does not exist`, '42703');
    return column;
  }

  /** Equal for rows with one key, different for all others. */
  keyOf(row: Row): string {
    return this.#onlyKey === undefined
      ? JSON.stringify(this.key.map((column) => row[column]))
      : String(row[this.#onlyKey]);
  }

  /** A value as the column stores it. */
  stored(name: string, value: unknown): unknown {
    const column = this.column(name);
    if (value !== null && value !== undefined) return column.parse(value, name);
    if (column.isNullable) return null;
    throw failure(`null value in column "${name}" of relation "${this.name}" violates not-null constraint`, '23502');
  }

  /** A value that is only compared. */
  comparable(name: string, value: unknown): unknown {
    const { type, parse } = this.column(name);
    if (type === 'jsonb') throw failure(`the jsonb column "${name}" cannot be compared here: only with null`, '0A000');
    return parse(value instanceof Date ? value.toJSON() : value, name);
  }
}

function columnFrom(name: string, declared: string): Column {
  const isNullable = declared.endsWith('?');
  const type = (isNullable ? declared.slice(0, -1) : declared) as ColumnType;
  return { name, type, isNullable, parse: PARSE[type] };
}
