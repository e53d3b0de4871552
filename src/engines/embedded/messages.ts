import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Ending, Job, Told } from '../engine.ts';
import type { Doing } from '../grader/doing.ts';

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

export interface WorkerAsked {
  readonly exercise: string;
  readonly files: readonly SourceFile[];
  readonly job: Job;
  /** Says before every step whose turn it is, and marks loops: slow, and only to find out who never gave control back. */
  readonly closely: boolean;
}

export type WorkerSaid =
  | { readonly kind: 'ready' }
  /** A sign of life. */
  | { readonly kind: 'beat'; readonly doing: Doing }
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'ended'; readonly ending: Ending };
