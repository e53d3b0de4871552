import type { Check, Scenario } from './check.ts';
import type { Knob } from './demonstrations.ts';
import type { Entry, Trace } from './trace.ts';

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
  /** Ids of the checks that the starter holds already: they show something of the learner's once all hold together. */
  readonly heldAtFirst?: readonly string[];
  /** How many seeded mixes Check plays after the single faults. */
  readonly mixes: number;
  /**
   * Constants of the program's `settings.ts` that one may also choose beside the editor. A knob's id is the constant's name,
   * an option's id the text of its value; it begins with what the starter has.
   */
  readonly settings?: readonly Knob[];
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
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly question: string;
      readonly options: readonly { readonly id: string; readonly label: string }[];
      readonly judge: Judge;
    }
  | {
      readonly kind: 'number';
      readonly id: string;
      readonly question: string;
      readonly unit: 'ms';
      readonly judge: Judge;
    }
  | { readonly kind: 'text'; readonly id: string; readonly question: string; readonly model: string };

/** Pure. `because` says what the trace shows, also when the answer is right. */
export type Judge = (
  trace: Trace,
  answer: string,
) => { readonly outcome: 'right' | 'wrong'; readonly because: string; readonly evidence: readonly number[] };
