import type { Fault, Point } from './schedule.ts';

/**
 * Everything that happened in one play, in order. Timeline, verdicts, sentences, measured windows and reports are all read
 * from it, so it is plain data: it can be sent, stored and compared byte for byte.
 */
export type Trace = readonly Entry[];

/** `seq` is its index, `at` simulated milliseconds, `point` the place where a fault could have struck. */
export type Entry = { readonly seq: number; readonly at: number; readonly point?: Point } & Happening;

export type Kind = Entry['kind'];

export type Of<K extends Kind> = Extract<Entry, { readonly kind: K }>;

/** One run of one process: `life` counts its starts, from 1. */
export interface Who {
  readonly process: string;
  readonly instance: number;
  readonly life: number;
}

/** Kinds are told in the past tense: an entry is written when something has taken effect. */
export type Happening = OfProcesses | OfRequests | OfTheDatabase | OfQueues | OfLogs | OfTheWorld;

type By<Kind extends string, More = object> = { readonly kind: Kind } & Who & Readonly<More>;
type World<Kind extends string, More> = { readonly kind: Kind } & Readonly<More>;

type OfProcesses =
  | By<'started'>
  | By<'loaded', { module: string }>
  /** Its `start` has returned: from now on it answers requests. */
  | By<'ready'>
  | By<'logged', { level: 'log' | 'info' | 'warn' | 'error'; text: string }>
  | By<'crashed', { because: 'fault' | 'stopped' | 'unhandled error' | 'did not start'; error?: string }>;

type OfRequests =
  | World<'called', { call: number; from: string; to: string; method: string; path: string; body: unknown }>
  /** `error` is what the handler threw; the caller only saw 500. */
  | By<'answered', { call: number; status: number; body: unknown; error?: string }>
  | World<'unanswered', { call: number; because: 'refused' | 'reset' | 'timed out' }>;

type OfTheDatabase =
  | By<'began', { tx: number }>
  | By<'selected', { tx?: number; from: 'database' | `replica ${number}`; table: string; rows: number }>
  | By<'wrote', { tx: number; change: Change }>
  | By<'waited', { tx: number; behind: number }>
  | By<'committed', { tx: number; changes: readonly Change[] }>
  | By<'rolled back', { tx: number; because: string }>;

export interface Change {
  readonly table: string;
  readonly op: 'insert' | 'update' | 'delete';
  readonly row: Readonly<Record<string, unknown>>;
  /** The row before an update. */
  readonly was?: Readonly<Record<string, unknown>>;
}

type OfQueues =
  | By<'bound', { queue: string; topics: readonly string[] }>
  /** `to` names the queues that got a copy; it may be empty. */
  | By<'published', { message: number; topic: string; body: unknown; to: readonly string[] }>
  | By<
      'delivered',
      { delivery: number; message: number; queue: string; topic: string; body: unknown; deliveryCount: number }
    >
  | By<'acknowledged', { delivery: number; message: number; queue: string }>
  | World<'returned', { delivery: number; message: number; queue: string; because: string }>
  /** Came back too often; `to` is the dead letter queue, null when there is none. */
  | World<'given up', { message: number; queue: string; to: string | null }>;

type OfLogs =
  | By<
      'appended',
      { message: number; log: string; partition: number; offset: number; key: string | null; body: unknown }
    >
  | By<'assigned', { group: string; log: string; partitions: readonly number[] }>
  | By<'read', { group: string; log: string; partition: number; offset: number; message: number }>
  /** `offset` is the next one that the group wants to read, as in Kafka. */
  | By<'offset committed', { group: string; log: string; partition: number; offset: number }>;

type OfTheWorld =
  | By<'mailed', { to: string; subject: string; text: string }>
  /** The mail provider was down. */
  | By<'mail refused', { to: string }>
  | World<'struck', { fault: Fault }>
  | World<'broker', { state: 'down' | 'up' }>;
