import type { Start } from 'lab';
import type { Fault, Verb } from './schedule.ts';
import type { Trace } from './trace.ts';

/** What is provoked (the scenario), which faults it must survive (the scope), and what must be true of the trace (the verdict). */
export interface Check {
  /** Never changes: progress and links hang on it. */
  readonly id: string;
  /** A sentence in domain words: what is true of a solved exercise. */
  readonly title: string;
  readonly scenario: Scenario;
  /** The single faults that this promise must survive. Empty: it is judged in calm weather only. */
  readonly scope: readonly Scope[];
  /** Pure. Sees nothing but the trace. */
  readonly verdict: (trace: Trace) => Verdict;
}

export type Verdict =
  | { readonly outcome: 'passed'; readonly remarks: readonly Remark[] }
  /** `because` is a sentence that a good colleague would say; the timeline opens at the evidence, entries by `seq`. */
  | { readonly outcome: 'failed'; readonly because: string; readonly evidence: readonly number[] };

/** Something a right program cannot avoid, said rather than hidden. `id` groups it over many schedules. */
export interface Remark {
  readonly id: string;
  readonly text: string;
  readonly evidence: readonly number[];
}

/** Which faults at which points. Absent: all. */
export interface Scope {
  readonly fault: Fault['kind'];
  /** Processes (all instances, or one as `relay-2`), or queues for deliveries. */
  readonly of?: readonly string[];
  readonly at?: readonly Verb[];
  /** For delays, duplicates and lags, which need it. */
  readonly byMs?: readonly number[];
}

/** Provokes. Checks that share one scenario object share its plays. */
export interface Scenario {
  readonly id: string;
  /** Rows that are there before the first process starts, by table name. */
  readonly given?: Readonly<Record<string, readonly object[]>>;
  /** Processes of the author, beside the learner's. They use what `start` is given and no clock or chance of their own. */
  readonly guests?: Readonly<Record<string, Start>>;
  /** Other numbers of instances than the learner's deployment says. */
  readonly instances?: Readonly<Record<string, number>>;
  /** Begins when every process is ready. The play ends when this returns. */
  readonly play: (stage: Stage) => Promise<void>;
}

export interface Stage {
  /** Somebody outside. Undefined when no answer came: refused, cut off, or none within half a simulated minute. */
  readonly customer: {
    get(url: string): Promise<Seen | undefined>;
    post(url: string, body: object): Promise<Seen | undefined>;
  };
  /** A system outside that publishes to the broker. It tries again until the broker has it. */
  readonly publisher: { publish(topic: string, body: object, options?: { readonly key?: string }): Promise<void> };
  readonly operator: {
    /** Ends a process, all instances, as `kill -9` does. It stays down until started. */
    stop(process: string): void;
    /** Resolves when all instances are ready. A process of which the scenario left none gets one, for the first time. */
    start(process: string): Promise<void>;
    stopBroker(): void;
    startBroker(): void;
    /** The mail provider refuses every mail until it is started again. */
    stopMail(): void;
    startMail(): void;
  };
  sleep(ms: number): Promise<void>;
  /**
   * Until nothing is under way, and everything that polls has polled twice and changed nothing. After a crash or
   * another trouble it has to stay so when the clock has leapt over a minute, in which leases run out. At most a simulated
   * minute, which the leap does not count in, so it also ends when somebody retries for ever; the play is then marked as
   * one that never came to rest. With `atMostMs` it ends by then, and no mark is made.
   */
  settled(atMostMs?: number): Promise<void>;
}

export interface Seen {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
