import type { Place } from '#timeline/story.ts';

/** How a job came to its end. These are different words everywhere; none of them is a pass. */
export type Ending =
  | { readonly kind: 'done' }
  | { readonly kind: 'did not compile'; readonly problems: readonly Problem[] }
  /** The program threw, or cannot be linked; `place` where it is known. */
  | { readonly kind: 'error'; readonly because: string; readonly place?: Place }
  /** A loop that never ends: killed. `checks` were being judged, when that is known. */
  | {
      readonly kind: 'timed out';
      readonly afterMs: number;
      readonly because: string;
      readonly place?: Place;
      readonly checks?: readonly string[];
    }
  | {
      readonly kind: 'out of memory';
      readonly because: string;
      readonly place?: Place;
      readonly checks?: readonly string[];
    }
  /** By the learner; `by` says when it was because another job began. */
  | { readonly kind: 'stopped'; readonly by?: 'another job' }
  /** Ours, not the learner's: says what failed and what to do. */
  | { readonly kind: 'engine failed'; readonly because: string };

export interface Problem extends Place {
  readonly message: string;
}

/** One sort of schedule: how many of how many were played. */
export interface Coverage {
  readonly sort: 'calm' | 'single faults' | 'mixes' | 'pairs';
  readonly played: number;
  readonly planned: number;
  /** How many there are, where those that are planned are a sample. */
  readonly outOf?: number;
}
