import type { Ending, Told } from '../engine.ts';
import type { Doing } from '../grader/doing.ts';
import type { Round } from '../grader/round-watch.ts';

export type WorkerSaid =
  | { readonly kind: 'ready' }
  /** A sign of life: control came back to the grader. */
  | { readonly kind: 'beat'; readonly doing: Doing }
  /** No sign of life: the program has control for too long, and goes round here. */
  | { readonly kind: 'going round'; readonly doing: Doing; readonly round: Round }
  | { readonly kind: 'told'; readonly told: Told }
  /** `isClean`: this worker may take another job. Not when a file was loaded that is more than one module. */
  | { readonly kind: 'ended'; readonly ending: Ending; readonly isClean: boolean };
