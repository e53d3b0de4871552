import type { Start } from 'lab';
import {
  type Entry,
  is,
  type Kind,
  type Of,
  type Program,
  parseScheduleId,
  play,
  type Scenario,
  type Trace,
} from 'lab/authoring';
import { compile } from 'lab/compile';

/** A small world in which one promise shows. */
export interface Setting {
  /** Process name to the text of its module. */
  readonly services?: Readonly<Record<string, string>>;
  /** Further modules, path to text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Process name to a function: shorter than text, for services that need no clock. */
  readonly guests?: Readonly<Record<string, Start>>;
  readonly instances?: Readonly<Record<string, number>>;
  /** Log name to its number of partitions. */
  readonly logs?: Readonly<Record<string, number>>;
  readonly replicas?: number;
  readonly given?: NonNullable<Scenario['given']>;
  /** Without one, the programs are left alone until they have come to rest. */
  readonly play?: Scenario['play'];
  /** As `crash-after@confirmation:mail:1`; without one, calm. */
  readonly schedule?: string;
}

/** Plays a setting once. Every deployment has the tables of `schema.ts` below. */
export async function traceOf(setting: Setting): Promise<Trace> {
  const schedule = parseScheduleId(setting.schedule ?? 'calm');
  if (!schedule) throw new Error(`${setting.schedule} is no schedule`);
  const { trace, unreached } = await play(programOf(setting), scenarioOf(setting), schedule);
  if (unreached.length > 0) throw new Error(`the schedule fits no more: ${unreached.join(', ')} was not reached`);
  return trace;
}

export function programOf({ services = {}, files = {}, logs = {}, replicas = 0 }: Setting): Program {
  const processes = Object.fromEntries(Object.keys(services).map((name) => [name, `./${name}.ts`]));
  const partitions = Object.fromEntries(Object.entries(logs).map(([name, count]) => [name, { partitions: count }]));
  const deployment = `import * as tables from './schema.ts';
    export default { processes: ${JSON.stringify(processes)}, tables, logs: ${JSON.stringify(partitions)}, replicas: ${replicas} };`;
  const modules = Object.entries(services).map(([name, text]): [string, string] => [`${name}.ts`, text]);
  return compile(new Map([['deployment.ts', deployment], ['schema.ts', SCHEMA], ...modules, ...Object.entries(files)]));
}

export function scenarioOf({ guests, instances, given, play: played }: Setting): Scenario {
  return {
    id: 'promise',
    play: played ?? (({ settled }) => settled()),
    ...(guests ? { guests } : {}),
    ...(instances ? { instances } : {}),
    ...(given ? { given } : {}),
  };
}

export function entries<K extends Kind>(trace: Trace, kind: K, about: Partial<Of<K>> = {}): Of<K>[] {
  return trace
    .filter(is(kind))
    .filter((entry) => Object.entries(about).every(([name, value]) => entry[name as keyof Of<K>] === value));
}

/** What a process wrote to its console, line by line. */
export function said(trace: Trace, process: string): string[] {
  return entries(trace, 'logged').flatMap((entry) => (entry.process === process ? [entry.text] : []));
}

/** The bodies that were handed to a queue's consumers, in order, each by its `n`. */
export function deliveries(trace: Trace, queue: string): unknown[] {
  return entries(trace, 'delivered').flatMap((entry) => (entry.queue === queue ? [numberOf(entry.body)] : []));
}

export function numberOf(body: unknown): unknown {
  return (body as { readonly n?: unknown }).n;
}

/** Short, and the same for the same trace: to compare many, byte for byte. */
export function digestOf(trace: Trace): string {
  let [a, b] = [2166136261, 5381]; // FNV-1a and djb2: together 64 bits
  const text = JSON.stringify(trace);
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 16777619);
    b = Math.imul(b, 33) ^ text.charCodeAt(i);
  }
  return `${trace.length} entries, ${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}

/** Milliseconds from one entry to another. */
export function between(first: Entry | undefined, second: Entry | undefined): number {
  if (!first || !second) throw new Error('one of the two entries is not there');
  return second.at - first.at;
}

/** The `code` of what a call is rejected with; `no error` when it is not. */
export async function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'no error',
    (error: unknown) => String((error as { readonly code?: unknown }).code ?? error),
  );
}

const SCHEMA = `import { table } from 'lab';
  export const box = table('box', { id: 'text', position: 'bigserial', v: 'integer', at: 'timestamptz?' }, { key: 'id' });
  export const seats = table('seats', { row: 'integer', seat: 'text', taken: 'boolean' }, { key: ['row', 'seat'] });
  export const outbox = table('outbox', { id: 'text', position: 'bigserial', body: 'jsonb', publishedAt: 'timestamptz?' }, { key: 'id' });
  export const plans = table('plans', { process: 'text', plan: 'jsonb' }, { key: 'process' });`;
