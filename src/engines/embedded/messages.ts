import type { Ending, Told } from '../engine.ts';
import type { Doing } from '../grader/doing.ts';
import type { Asked } from '../grader/grade.ts';
import type { Round } from '../grader/round-watch.ts';

/** Page to frame, once, together with the port that everything else goes over. */
export interface FrameOpening {
  /** The whole grader, as one classic script. */
  readonly script: string;
}

export type FrameAsked =
  /** Comes with the port that the worker will speak on. */
  { readonly kind: 'spawn'; readonly worker: number } | { readonly kind: 'end'; readonly worker: number };

export type FrameSaid =
  | { readonly kind: 'ended'; readonly worker: number }
  /** The worker's script did not load, or threw where nobody caught it. */
  | { readonly kind: 'broke'; readonly worker: number; readonly because: string };

export type WorkerAsked = Asked;

export type WorkerSaid =
  | { readonly kind: 'ready' }
  /** A sign of life: control came back to the grader. */
  | { readonly kind: 'beat'; readonly doing: Doing }
  /** No sign of life: the program has control for too long, and goes round here. */
  | { readonly kind: 'going round'; readonly doing: Doing; readonly round: Round }
  | { readonly kind: 'told'; readonly told: Told }
  /** `isClean`: this worker may take another job. Not when a file was loaded that is more than one module. */
  | { readonly kind: 'ended'; readonly ending: Ending; readonly isClean: boolean };
