import type { Place } from 'lab/authoring';
import type { Life } from '#processes/life.ts';

/** Something that is to happen. */
export interface Occasion {
  at: number;
  /** Breaks ties: what was asked for first happens first. */
  order: number;
  /** Whose code runs; it does not happen when they are dead by then. */
  readonly life: Life | undefined;
  /** The delay that a program's own timer asked for; undefined for everything that is on its way by itself. */
  readonly timerMs: number | undefined;
  /** Where in the learner's code it was asked for, when positions are wanted. */
  readonly from: Place | undefined;
  cancelled: boolean;
  run(): void;
}
