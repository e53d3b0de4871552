import { failure } from '#world/failure.ts';
import type { Row } from './columns.ts';
import type { Relation } from './relation.ts';

export interface Options {
  readonly orderBy?: string;
  readonly descending?: boolean;
  readonly limit?: number;
  readonly lock?: 'for update' | 'for update skip locked';
}

const NONE: Options = {};

/** Checks the options of a select; PostgreSQL's codes where it has one. */
export function optionsOf(relation: Relation, options: unknown): Options {
  if (options === undefined || options === null) return NONE;
  const { orderBy, limit, lock } = options as Options;
  if (orderBy !== undefined) relation.column(orderBy);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0))
    throw failure('LIMIT must be a whole number and not negative', '2201W');
  if (lock !== undefined && lock !== 'for update' && lock !== 'for update skip locked')
    throw failure(`syntax error: the lock ${JSON.stringify(lock)} is not known`, '42601');
  return options as Options;
}

/** Sorted as asked for; rows without a value come last, or first when descending, as in PostgreSQL. */
export function sorted<T>(items: T[], { orderBy, descending }: Options, rowOf: (item: T) => Row): T[] {
  if (orderBy === undefined) return items;
  const sign = descending ? -1 : 1;
  return items.sort((a, b) => sign * compared(rowOf(a)[orderBy], rowOf(b)[orderBy]));
}

function compared(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
}
