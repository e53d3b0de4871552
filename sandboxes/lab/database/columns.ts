import type { ColumnType } from 'lab';
import { failure } from '#world/failure.ts';

/** A row as it is stored: plain JSON, never changed, only replaced. */
export type Row = Readonly<Record<string, unknown>>;

/** Turns a value into what PostgreSQL would store in a column of this type; throws with its codes for what it would refuse. */
export type Parse = (value: unknown, column: string) => unknown;

export const TYPES: ReadonlySet<string> = new Set<ColumnType>([
  'uuid',
  'text',
  'integer',
  'boolean',
  'timestamptz',
  'jsonb',
  'bigserial',
]);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LARGEST_INTEGER = 2 ** 31 - 1;

export const PARSE: Readonly<Record<ColumnType, Parse>> = {
  uuid: (value) => {
    if (typeof value !== 'string' || !UUID.test(value)) throw invalid('uuid', value);
    return value.toLowerCase();
  },
  text: (value, column) => {
    if (typeof value !== 'string')
      throw failure(`column "${column}" is of type text but the value is of type ${typeof value}`, '42804');
    return value;
  },
  integer: (value) => wholeNumber('integer', value, LARGEST_INTEGER),
  bigserial: (value) => wholeNumber('bigint', value, Number.MAX_SAFE_INTEGER),
  boolean: (value) => {
    if (typeof value !== 'boolean') throw invalid('boolean', value);
    return value;
  },
  timestamptz: (value) => {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(ms))
      throw failure(`invalid input syntax for type timestamp with time zone: ${said(value)}`, '22007');
    return new Date(ms).toISOString();
  },
  jsonb: (value) => {
    if (typeof value !== 'object') throw invalid('json', value);
    return value;
  },
};

/** Text that reads as a number is one, as in PostgreSQL. */
function wholeNumber(type: string, value: unknown, largest: number): number {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value)
        ? Number(value)
        : Number.NaN;
  if (!Number.isInteger(number)) throw invalid(type, value);
  if (Math.abs(number) > largest) throw failure(`value ${said(value)} is out of range for type ${type}`, '22003');
  return number;
}

const invalid = (type: string, value: unknown) =>
  failure(`invalid input syntax for type ${type}: ${said(value)}`, '22P02');
const said = (value: unknown) => `"${String(typeof value === 'object' ? JSON.stringify(value) : value).slice(0, 60)}"`;
