import type { Remark, Scenario } from './check.ts';
import type { Place } from './program.ts';
import type { Point, Schedule, Verb } from './schedule.ts';
import type { Trace } from './trace.ts';

/** One play. */
export interface Played {
  readonly trace: Trace;
  /** Points that this play reached: what a learner may strike in a break-it task. */
  readonly reached: ReadonlyMap<Point, Verb>;
  /** Points of the schedule that this program never reached: the story does not fit it. */
  readonly unreached: readonly Point[];
  readonly ended: Ended;
  /** Why it did not simply return, as a sentence about the program. */
  readonly because?: string;
  /** How many console lines the trace does not hold, because there were too many. */
  readonly linesLost: number;
  /** Steps of the simulated world. */
  readonly events: number;
  /** Where in the learner's code the effect behind an entry was asked for, by `seq`; empty unless asked for. */
  readonly places: ReadonlyMap<number, Place>;
}

/**
 * `returned`: the scenario came to its end and the program to rest.
 * `horizon`: the scenario came to its end, but the program was still at work after a simulated minute of waiting for it.
 * `too many events`: cut off, because the program never stops asking for more.
 * `stuck`: nothing is left to happen, and the scenario still waits: for a process to become ready, or for an answer.
 * `failed`: the deployment cannot be read, or the scenario itself threw.
 */
export type Ended = 'returned' | 'horizon' | 'too many events' | 'stuck' | 'failed';

export interface PlayOptions {
  /** Also finds `places`. The trace is the same, byte for byte; it only takes longer. */
  readonly positions?: boolean;
  readonly onStep?: (doing: Doing) => void;
}

/** Told just before a process gets control, so that a watchdog outside can say which one never gave it back. */
export interface Doing {
  readonly scenario: string;
  readonly schedule: Schedule;
  /** As in points: `orders`, or `relay-2`. */
  readonly process: string;
  readonly atMs: number;
}

export interface ExploreOptions {
  /** `check`: calm, every single fault, and `mixes` seeded mixes. `deep`: all of these, then all pairs, or a sample of them. */
  readonly depth: 'check' | 'deep';
  readonly mixes: number;
  /**
   * Steps of the simulated world that the pairs may take, nearly. Where they would take more, a sample of them is played,
   * spread over all and always the same. By default what takes about a minute.
   */
  readonly pairSteps?: number;
  /** Plays that advance side by side; it changes speed only. */
  readonly batch?: number;
  /** Called between batches, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Called for each check as soon as nothing to come can change its result; deeply, for one that holds, also before the
   * pairs of faults are played, which may still break it. The last word counts.
   */
  readonly onResult?: (result: Result) => void;
  /** Looked at between batches: what is not yet known then stays `not covered`. */
  readonly signal?: { readonly aborted: boolean };
  /** Called before each batch: when a program never gives control back, it is in one of these. */
  readonly onBatch?: (cues: readonly Cue[]) => void;
}

/** What one play is to play. */
export interface Cue {
  readonly scenario: Scenario;
  readonly schedule: Schedule;
}

export interface Progress {
  readonly played: number;
  /** Grows when pairs are planned: which there are shows only when each single fault was played. */
  readonly planned: number;
  readonly coverage: readonly Coverage[];
}

/** One sort of schedule: how many of how many were played, over all scenarios. */
export interface Coverage {
  readonly sort: 'calm' | 'single faults' | 'mixes' | 'pairs';
  readonly played: number;
  readonly planned: number;
  /** How many there are, where those that are planned are a sample. */
  readonly outOf?: number;
}

export interface Report {
  /** In the order of the checks; after a stop, only what was known by then. */
  readonly results: readonly Result[];
  readonly coverage: readonly Coverage[];
  readonly plays: number;
  readonly events: number;
  readonly stopped: boolean;
}

export type Result = { readonly check: string } & (
  | {
      readonly outcome: 'passed';
      readonly plays: number;
      readonly remarks: readonly (Remark & { readonly schedule: Schedule; readonly times: number })[];
    }
  /** The schedule is the first in a fixed order that breaks the check, then shrunk; the trace is of the shrunk one. */
  | {
      readonly outcome: 'failed';
      readonly plays: number;
      readonly because: string;
      readonly schedule: Schedule;
      readonly trace: Trace;
      readonly evidence: readonly number[];
    }
  /** The program cannot be judged: it does not start, fails by itself in calm weather, or never comes to rest. */
  | {
      readonly outcome: 'error';
      readonly because: string;
      readonly schedule: Schedule;
      readonly trace: Trace;
    }
);
