import type { Table } from 'lab';
import { failure } from '#world/failure.ts';
import { columnOf, comparable, type Row } from './columns.ts';

/** A condition on rows, with the key it asks for when it asks for exactly one. */
export interface Condition {
  readonly holds: (row: Row) => boolean;
  readonly key: string | undefined;
}

type Test = (value: unknown) => boolean;
type Plain = string | number | boolean;

const COMPARISONS: Readonly<Record<string, (value: Plain, bound: Plain) => boolean>> = {
  gt: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
  lt: (value, bound) => value < bound,
  lte: (value, bound) => value <= bound,
};

/** Reads a condition once, when the statement is made. Throws for columns and values that PostgreSQL would refuse. */
export function conditionOf(table: Table<object>, where: unknown): Condition {
  if (where === undefined || where === null) return { holds: () => true, key: undefined };
  if (typeof where !== 'object' || Array.isArray(where))
    throw new TypeError(`A condition on "${table.name}" is an object such as { ${table.key[0]}: … }.`);
  const tests: [string, Test][] = [];
  const exact: Record<string, unknown> = {};
  for (const [column, wanted] of Object.entries(where)) {
    const value = isComparison(wanted) ? undefined : exactly(table, column, wanted);
    if (value === undefined) tests.push([column, comparison(table, column, wanted as object)]);
    else {
      tests.push([column, (found) => found === value]);
      exact[column] = value;
    }
  }
  const isOneRow = table.key.every((column) => exact[column] !== undefined && exact[column] !== null);
  return {
    holds: (row) => tests.every(([column, test]) => test(row[column])),
    key: isOneRow ? keyOf(table, exact) : undefined,
  };
}

/** Equal for rows with one key, different for all others. */
export function keyOf(table: Table<object>, row: Row): string {
  const [only, ...more] = table.key;
  return more.length === 0 ? String(row[only!]) : JSON.stringify(table.key.map((column) => row[column]));
}

const isComparison = (wanted: unknown): boolean =>
  typeof wanted === 'object' && wanted !== null && !(wanted instanceof Date);

function exactly(table: Table<object>, column: string, wanted: unknown): unknown {
  if (wanted === undefined)
    throw new TypeError(
      `The condition on "${column}" is undefined: leave it out, or say null for rows that have none.`,
    );
  columnOf(table, column);
  return wanted === null ? null : comparable(table, column, wanted instanceof Date ? wanted.toJSON() : wanted);
}

function comparison(table: Table<object>, column: string, wanted: object): Test {
  const [[name, bound] = ['', undefined], ...more] = Object.entries(wanted) as [string, unknown][];
  if (more.length > 0) throw new TypeError(`The condition on "${column}" has more than one comparison: use one.`);
  if (name === 'in' && Array.isArray(bound)) {
    const among = bound.map((one) => comparable(table, column, one));
    return (value) => among.includes(value);
  }
  const compare = COMPARISONS[name];
  if (!compare)
    throw failure(`the comparison ${JSON.stringify(wanted)} on "${column}" is none of gt, gte, lt, lte, in`, '42883');
  const limit = comparable(table, column, bound instanceof Date ? bound.toJSON() : bound) as Plain;
  return (value) => value !== null && compare(value as Plain, limit);
}
