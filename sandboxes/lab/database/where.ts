import { failure } from '#world/failure.ts';
import type { Row } from './columns.ts';
import type { Relation } from './relation.ts';

type Plain = string | number | boolean;
type Test = (value: unknown) => boolean;

/** A condition on rows, read once when the statement is made. */
export class Condition {
  /** The key it asks for, when it asks for exactly one. */
  readonly key: string | undefined;
  readonly #exact: Row;
  readonly #tests: readonly (readonly [column: string, test: Test])[];

  constructor(relation: Relation, exact: Row, tests: readonly (readonly [string, Test])[]) {
    this.#exact = exact;
    this.#tests = tests;
    for (const column of relation.key) if (exact[column] === undefined || exact[column] === null) return;
    this.key = relation.keyOf(exact);
  }

  holds(row: Row): boolean {
    for (const column in this.#exact) if (row[column] !== this.#exact[column]) return false;
    for (const [column, test] of this.#tests) if (!test(row[column])) return false;
    return true;
  }
}

/** Throws for columns and values that PostgreSQL would refuse. */
export function conditionOf(relation: Relation, where: unknown): Condition {
  if (where === undefined || where === null) return new Condition(relation, {}, NO_TESTS);
  if (typeof where !== 'object' || Array.isArray(where))
    throw new TypeError(`A condition on "${relation.name}" is an object such as { ${relation.key[0]}: … }.`);
  const exact: Record<string, unknown> = {};
  let tests: (readonly [string, Test])[] = NO_TESTS;
  for (const column in where) {
    if (!Object.hasOwn(where, column)) continue;
    const wanted: unknown = (where as Row)[column];
    if (isComparison(wanted)) tests = [...tests, [column, comparison(relation, column, wanted)]];
    else exact[column] = exactly(relation, column, wanted);
  }
  return new Condition(relation, exact, tests);
}

const NO_TESTS: (readonly [string, Test])[] = [];

const isComparison = (wanted: unknown): wanted is object =>
  typeof wanted === 'object' && wanted !== null && !(wanted instanceof Date);

function exactly(relation: Relation, column: string, wanted: unknown): unknown {
  if (wanted === undefined)
    throw new TypeError(
      `The condition on "${column}" is undefined: leave it out, or say null for rows that have none.`,
    );
  if (wanted !== null) return relation.comparable(column, wanted);
  relation.column(column);
  return null;
}

const COMPARISONS: Readonly<Record<string, (value: Plain, bound: Plain) => boolean>> = {
  gt: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
  lt: (value, bound) => value < bound,
  lte: (value, bound) => value <= bound,
};

/** Null compares with nothing, as in SQL. */
function comparison(relation: Relation, column: string, wanted: object): Test {
  const [[name, bound] = ['', undefined], ...more] = Object.entries(wanted) as [string, unknown][];
  if (more.length > 0) throw new TypeError(`The condition on "${column}" has more than one comparison: use one.`);
  if (name === 'in' && Array.isArray(bound)) {
    const among = bound.filter((one) => one !== null).map((one) => relation.comparable(column, one));
    return (value) => among.includes(value);
  }
  const compare = Object.hasOwn(COMPARISONS, name) ? COMPARISONS[name] : undefined;
  if (!compare) throw failure(`the comparison on "${column}" is none of gt, gte, lt, lte, in`, '42883');
  if (bound === null) return () => false;
  const limit = relation.comparable(column, bound) as Plain;
  return (value) => value !== null && compare(value as Plain, limit);
}
