/** What the author of an exercise writes with: scenarios, faults in scope, verdicts over the trace. */
import type { Start } from 'lab';

export { committed, failed, is, passed, percentile, tell, windows } from './reading.ts';
export { explore, play } from './explore.ts';
export { parseScheduleId, scheduleBadge, scheduleId } from './schedules.ts';


// --------------------------------------------------------------------------------------------------------------- check

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
  | { readonly outcome: 'failed'; readonly because: string; readonly evidence: readonly number[] };

/** Something a right program cannot avoid, said rather than hidden. `id` groups it over many schedules. */
export interface Remark {
  readonly id: string;
  readonly text: string;
  readonly evidence: readonly number[];
}

/** `because` is a sentence that a good colleague would say; the entries are what the timeline opens at. */

// ------------------------------------------------------------------------------------------------------------ scenario

/** Provokes. Checks that share one scenario object share its plays. */
export interface Scenario {
  readonly id: string;
  /** Rows that are there before the first process starts, by table name. */
  readonly given?: Readonly<Record<string, readonly object[]>>;
  /** Processes of the author, beside the learner's. */
  readonly guests?: Readonly<Record<string, Start>>;
  /** Other numbers of instances than the learner's deployment says. */
  readonly instances?: Readonly<Record<string, number>>;
  /** Starts when every process is ready. The play ends when this returns. */
  readonly play: (stage: Stage) => Promise<void>;
}

export interface Stage {
  /** Somebody outside. Undefined when no answer came. */
  readonly customer: {
    get(url: string): Promise<Seen | undefined>;
    post(url: string, body: object): Promise<Seen | undefined>;
  };
  /** A system outside that publishes to the broker. */
  readonly publisher: { publish(topic: string, body: object, options?: { readonly key?: string }): Promise<void> };
  readonly operator: {
    /** Ends a process, all instances, as `kill -9` does. It stays down until started. */
    stop(process: string): void;
    start(process: string): Promise<void>;
    stopBroker(): void;
    startBroker(): void;
  };
  sleep(ms: number): Promise<void>;
  /**
   * Until nothing is under way, and everything that polls has polled twice and changed nothing. At most a simulated
   * minute, so it also ends when somebody retries for ever.
   */
  settled(): Promise<void>;
}

export interface Seen { readonly status: number; readonly body: Record<string, unknown> }

// ------------------------------------------------------------------------------------------------- faults and schedules

/**
 * A place where something can go wrong, named by who does what to whom for the how-manieth time: `confirmation:mail:1`,
 * `relay-2:publish:order.created:3`, `broker:deliver:confirmation:1`. Names survive edits elsewhere in the code.
 */
export type Point = string;
export type Verb = 'commit' | 'publish' | 'send' | 'mail' | 'ack' | 'offset' | 'call' | 'answer' | 'deliver';

export type Fault =
  /** The process dies just before, or just after, it took effect. The caller never hears of it. */
  | { readonly kind: 'crash'; readonly moment: 'before' | 'after'; readonly point: Point }
  /** The caller gets an error; with `after`, although it took effect. */
  | { readonly kind: 'fail'; readonly moment: 'before' | 'after'; readonly point: Point }
  /** Takes effect late. A delivery that is late lets later ones pass. */
  | { readonly kind: 'delay'; readonly byMs: number; readonly point: Point }
  /** A second copy of a message reaches the queue so much later, as from a publisher that tried again: `redelivered` is false. */
  | { readonly kind: 'duplicate'; readonly byMs: number; readonly point: Point }
  /** A replica shows what was true so long ago. */
  | { readonly kind: 'lag'; readonly replica: number; readonly byMs: number };

/** Empty is the calm schedule. */
export type Schedule = readonly Fault[];

/**
 * The schedule's only identity, readable and reversible: `crash-after@confirmation:mail:1`, faults joined by `,`; calm is
 * `calm`. Safe in a URL fragment. `scheduleBadge` is five letters of its hash, to read aloud; it identifies nothing.
 */

/** Which faults at which points. Absent: all. */
export interface Scope {
  readonly fault: 'crash' | 'fail' | 'delay' | 'duplicate' | 'lag';
  /** Processes, or queues for deliveries. */
  readonly of?: readonly string[];
  readonly at?: readonly Verb[];
  /** For delays, duplicates and lags, which need it. */
  readonly byMs?: readonly number[];
}

// -------------------------------------------------------------------------------------------------------------- explore

export interface ExploreOptions {
  /** `check`: calm, every single fault, `mixes` seeded mixes. `deep`: then all pairs. */
  readonly depth: 'check' | 'deep';
  readonly mixes: number;
  /** Plays that advance side by side; it changes speed only. */
  readonly batch?: number;
}

export type Result =
  | { readonly check: string; readonly outcome: 'passed'; readonly plays: number; readonly remarks: readonly (Remark & { readonly schedule: Schedule; readonly times: number })[] }
  | { readonly check: string; readonly outcome: 'failed'; readonly plays: number; readonly because: string; readonly schedule: Schedule; readonly trace: Trace; readonly evidence: readonly number[] }
  /** The program, not the promise, is broken: a module that does not load, a process that never becomes ready in calm weather. */
  | { readonly check: string; readonly outcome: 'error'; readonly because: string; readonly schedule: Schedule; readonly trace: Trace };

/** Results come in the order of the checks; the schedule that is told is the first in a fixed order, then shrunk. */
/** One play. Its reached points are what a learner may strike in a break-it task; an unreached one says the story does not fit this program. */
export interface Played { readonly trace: Trace; readonly reached: ReadonlyMap<Point, Verb>; readonly unreached: readonly Point[] }

/** Compiled once; every process of every play gets fresh instances of its modules. */
export interface Program { readonly deployment: string; readonly modules: ReadonlyMap<string, CompiledModule> }
export interface CompiledModule { readonly path: string; readonly body: (...scope: unknown[]) => void }

// ---------------------------------------------------------------------------------------------------------------- trace

export type Trace = readonly Entry[];

/** Plain data. `seq` is its index, `at` simulated milliseconds, `point` the place where a fault could have struck. */
export type Entry = { readonly seq: number; readonly at: number; readonly point?: Point } & Happening;

interface Who { readonly process: string; readonly instance: number; readonly life: number }

export type Happening =
  // processes
  | ({ readonly kind: 'started' } & Who)
  | ({ readonly kind: 'loaded'; readonly module: string } & Who)
  | ({ readonly kind: 'ready' } & Who)
  | ({ readonly kind: 'logged'; readonly level: 'log' | 'info' | 'warn' | 'error'; readonly text: string } & Who)
  | ({ readonly kind: 'crashed'; readonly because: 'fault' | 'stopped' | 'unhandled error' | 'did not start'; readonly error?: string } & Who)
  // requests
  | { readonly kind: 'called'; readonly call: number; readonly from: string; readonly to: string; readonly method: string; readonly path: string; readonly body: unknown }
  | ({ readonly kind: 'answered'; readonly call: number; readonly status: number; readonly body: unknown; readonly error?: string } & Who)
  | { readonly kind: 'unanswered'; readonly call: number; readonly because: 'refused' | 'reset' | 'timed out' }
  // database
  | ({ readonly kind: 'began'; readonly tx: number } & Who)
  | ({ readonly kind: 'selected'; readonly tx?: number; readonly from: 'database' | `replica ${number}`; readonly table: string; readonly rows: number } & Who)
  | ({ readonly kind: 'wrote'; readonly tx: number; readonly change: Change } & Who)
  | ({ readonly kind: 'waited'; readonly tx: number; readonly behind: number } & Who)
  | ({ readonly kind: 'committed'; readonly tx: number; readonly changes: readonly Change[] } & Who)
  | ({ readonly kind: 'rolled back'; readonly tx: number; readonly because: string } & Who)
  // queues
  | ({ readonly kind: 'bound'; readonly queue: string; readonly topics: readonly string[] } & Who)
  | ({ readonly kind: 'published'; readonly message: number; readonly topic: string; readonly body: unknown; readonly to: readonly string[] } & Who)
  | ({ readonly kind: 'delivered'; readonly delivery: number; readonly message: number; readonly queue: string; readonly topic: string; readonly body: unknown; readonly deliveryCount: number } & Who)
  | ({ readonly kind: 'acknowledged'; readonly delivery: number; readonly message: number; readonly queue: string } & Who)
  | { readonly kind: 'returned'; readonly delivery: number; readonly message: number; readonly queue: string; readonly because: string }
  | { readonly kind: 'given up'; readonly message: number; readonly queue: string; readonly to: string | null }
  // logs
  | ({ readonly kind: 'appended'; readonly message: number; readonly log: string; readonly partition: number; readonly offset: number; readonly key: string | null; readonly body: unknown } & Who)
  | ({ readonly kind: 'assigned'; readonly group: string; readonly log: string; readonly partitions: readonly number[] } & Who)
  | ({ readonly kind: 'read'; readonly group: string; readonly log: string; readonly partition: number; readonly offset: number; readonly message: number } & Who)
  | ({ readonly kind: 'offset committed'; readonly group: string; readonly log: string; readonly partition: number; readonly offset: number } & Who)
  // outside world
  | ({ readonly kind: 'mailed'; readonly to: string; readonly subject: string; readonly text: string } & Who)
  // what the schedule did
  | { readonly kind: 'struck'; readonly fault: Fault }
  | { readonly kind: 'broker'; readonly state: 'down' | 'up' };

export interface Change {
  readonly table: string;
  readonly op: 'insert' | 'update' | 'delete';
  readonly row: Readonly<Record<string, unknown>>;
  readonly was?: Readonly<Record<string, unknown>>;
}

export type Kind = Entry['kind'];
export type Of<K extends Kind> = Extract<Entry, { readonly kind: K }>;

/** `trace.filter(is('mailed'))` */
/** Every committed change of a table, with the entry that committed it. */
/** "confirmation sent the mail at 40 ms, crashed at 40 ms and sent the mail at 245 ms" */

/** One window for each key that opened: from the first entry that opens it to the first that closes it. */
export interface Window { readonly key: string; readonly opens: Entry; readonly closes?: Entry }
/** Milliseconds; undefined while a window that should count is still open. */

// ------------------------------------------------------------------------------------------------------------- exercise

/** Default export of `<exercise>/exercise.ts`: what the course knows of an exercise beside its starter, solution and wrong solutions. */
export interface Exercise {
  /** The folder's name; it never changes, because progress and links hang on it. */
  readonly id: string;
  readonly title: string;
  /** The starter's files in the order of their tabs. */
  readonly tabs: readonly string[];
  /** Files of the starter that the learner may read and not change. */
  readonly given: readonly string[];
  /** Help in steps, each a short paragraph; `code` in backticks. */
  readonly hints: readonly string[];
  /** What Run plays, in calm weather. */
  readonly run: Scenario;
  readonly checks: readonly Check[];
  /** How many seeded mixes Check plays after the single faults. */
  readonly mixes: number;
  /** What the timeline shades. */
  readonly window?: WindowOf;
  readonly worksheet?: Worksheet;
}

/** From the entry that opens the window of a key (an order, say) to the entry that closes it. */
export interface WindowOf {
  readonly opens: (entry: Entry) => string | undefined;
  readonly closes: (entry: Entry) => string | undefined;
}

/** Questions about one run of the learner's own code. What can be judged is judged against its trace; prose is kept and never judged. */
export interface Worksheet {
  readonly title: string;
  readonly scenario: Scenario;
  readonly fields: readonly Field[];
}

export type Field =
  | { readonly kind: 'choice'; readonly id: string; readonly question: string; readonly options: readonly { readonly id: string; readonly label: string }[]; readonly judge: Judge }
  | { readonly kind: 'number'; readonly id: string; readonly question: string; readonly unit: 'ms'; readonly judge: Judge }
  | { readonly kind: 'text'; readonly id: string; readonly question: string; readonly model: string };

/** Pure. `because` says what the trace shows, also when the answer is right. */
export type Judge = (trace: Trace, answer: string) => { readonly outcome: 'right' | 'wrong'; readonly because: string; readonly evidence: readonly number[] };
