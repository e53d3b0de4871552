import * as v from 'valibot';
import { attempt } from './backing.ts';

export interface Versioned {
  readonly version: number;
}

/** `what` completes a sentence: "Your progress on this device could not be read." */
export interface Format<Value extends Versioned> {
  readonly what: string;
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, Value>;
  /** What makes data of version 1 that of version 2, and so on. Each throws for what is not of its version. */
  readonly former?: readonly ((data: unknown) => Versioned)[];
}

export type Stored<Value> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'found'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly text: string; readonly reason: 'damaged' | 'newer' };

/** Reads what was stored by this version of the course or by a former one. */
export function parseStored<Value extends Versioned>(text: string, format: Format<Value>): Stored<Value> {
  const data = attempt((): unknown => JSON.parse(text));
  const read = attempt(() => broughtUp(data, format));
  if (read?.kind === 'newer') return { kind: 'unreadable', text, reason: 'newer' };
  const parsed = v.safeParse(format.schema, read?.data);
  return parsed.success ? { kind: 'found', value: parsed.output } : { kind: 'unreadable', text, reason: 'damaged' };
}

type BroughtUp = { readonly kind: 'newer' } | { readonly kind: 'present'; readonly data: unknown };

function broughtUp(data: unknown, { version: present, former = [] }: Format<Versioned>): BroughtUp {
  const { version } = v.parse(stamped, data);
  if (version > present) return { kind: 'newer' };
  const steps = former.slice(Math.max(0, version - 1));
  return { kind: 'present', data: steps.reduce((current, step) => step(current), data) };
}

const stamped = v.object({ version: v.number() });
