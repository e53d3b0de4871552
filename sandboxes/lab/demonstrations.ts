import type { Scenario, Verdict } from './check.ts';
import type { WindowOf } from './exercise.ts';
import type { Trace } from './trace.ts';

/**
 * Default export of `<exercise>/demonstrations.ts`: what a lesson shows of its exercise beside the task. Nobody edits these
 * programs; they are played in front of the learner, when the site is built or on demand in the page.
 */
export interface Demonstrations {
  readonly stories: readonly ShownStory[];
  readonly predictions: readonly Prediction[];
  readonly explorables: readonly Explorable[];
  readonly breakIts: readonly BreakIt[];
  /** What the cases of a lesson's decisions cost, by each way. */
  readonly measured?: readonly Measured[];
}

/** `shown/<name>` is a program of its own, whole, that serves a demonstration alone. */
export type ProgramName = 'starter' | 'solution' | `alternative/${string}` | `wrong/${string}` | `shown/${string}`;

/** One play of one program. */
export interface Showing {
  readonly program: ProgramName;
  readonly scenario: Scenario;
  /** A schedule's id; `calm` strikes nothing. */
  readonly schedule: string;
  /** Become the exported constants of the program's `settings.ts`, which must be there with a value for each. */
  readonly settings?: Settings;
  /** Its files that nobody is shown, besides those of the solution: they do what the exercise asks for in words of their own. */
  readonly hidden?: readonly string[];
}

export type Settings = Readonly<Record<string, number | boolean | string>>;

/** A figure, drawn when the site is built. */
export interface ShownStory extends Showing {
  readonly id: string;
  /** What the timeline shades. */
  readonly window?: WindowOf;
}

/** Somebody commits to an answer, and then sees what the play did. */
export interface Prediction extends Showing {
  /** Never changes and is the only one of its name in the course: progress hangs on it. */
  readonly id: string;
  readonly question: string;
  /** `because` says why this is, or is not, what happens. */
  readonly options: readonly { readonly id: string; readonly label: string; readonly because: string }[];
  /** The option that this play shows to be true. */
  readonly outcome: (trace: Trace) => string;
  readonly window?: WindowOf;
}

/** A program under conditions that somebody may choose. */
export interface Explorable {
  readonly id: string;
  readonly title: string;
  readonly knobs: readonly Knob[];
  /** Must give a play for every combination of options. */
  readonly shows: (choice: Choice) => Showing;
  /** What one sees, in a sentence or two, read from the trace: the figures that the knobs change. */
  readonly reads: (trace: Trace, choice: Choice) => string;
  /**
   * Entries, by `seq`, that the sentence speaks of: the timeline opens on what they are about. Absent, or none: on everything,
   * or the first order of a long play.
   */
  readonly about?: (trace: Trace, choice: Choice) => readonly number[];
  /** Figures one by one, under the same names for every choice: for a table that puts choices side by side. */
  readonly figures?: (trace: Trace, choice: Choice) => Figures;
  readonly window?: WindowOf;
}

export type Figures = Readonly<Record<string, string>>;

/** A case that is played by several ways, for a table that puts them side by side. */
export interface Measured {
  readonly id: string;
  readonly ways: readonly { readonly id: string; readonly label: string }[];
  /** Must give a play for each way, in calm and in the case's own trouble. */
  readonly shows: (way: string, isInTrouble: boolean) => Showing;
  /** Of the calm play, under the same names for each way. */
  readonly figures: (trace: Trace) => Figures;
  /** What the trouble made of it, in a few words. */
  readonly inTrouble: (trace: Trace) => string;
}

export interface Knob {
  readonly id: string;
  readonly label: string;
  /** The id of the option where it begins; absent: the first one. */
  readonly begins?: string;
  /** Numbers rise, so that somebody who turns the knob knows which way is more. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** The chosen option of each knob. */
export type Choice = Readonly<Record<string, string>>;

/** Somebody chooses the place where a fault breaks a promise of the given program. */
export interface BreakIt extends Omit<Showing, 'schedule'> {
  /** Never changes and is the only one of its name in the course: progress hangs on it. */
  readonly id: string;
  /** What the program promises: a sentence that its calm play keeps. */
  readonly promise: string;
  /** Where the fault may be put; at least one breaks the promise, and at least two do not. */
  readonly places: readonly { readonly schedule: string; readonly label: string }[];
  /** `failed`: the promise is broken, in a sentence. */
  readonly verdict: (trace: Trace) => Verdict;
  /** Why the promise held under this schedule, in a sentence. */
  readonly held: (trace: Trace, schedule: string) => string;
  readonly window?: WindowOf;
}
