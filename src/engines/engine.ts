import type { Result } from 'lab/authoring';
import type { ReadableAtom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Place, Story } from '#timeline/story.ts';

/**
 * Where learner code runs. Small on purpose: the page knows this and nothing else, and one contract suite runs against
 * every engine (`engine-contract.ts`).
 */
export interface SandboxEngine {
  readonly kind: 'embedded' | 'webcontainer';
  readonly state: ReadableAtom<EngineState>;
  /** Makes the engine warm. Idempotent; `run` boots by itself when nobody did. Never rejects: see `state`. */
  boot(): Promise<void>;
  /**
   * Runs one job over these files and says what happens as it happens. One job at a time: a second one stops the first.
   * Never rejects and never hangs: every ending is an `Ending`.
   */
  run(exercise: string, files: readonly SourceFile[], job: Job, hear: (told: Told) => void): Promise<Ending>;
  /** Ends the job under way with `stopped`. */
  stop(): void;
  dispose(): void;
}

export type EngineState =
  | { readonly kind: 'cold' }
  | { readonly kind: 'booting'; readonly stage: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'busy'; readonly job: Job['kind'] }
  /** `because` is a sentence that ends with what still works. */
  | { readonly kind: 'unavailable'; readonly because: string };

export type Job =
  /** Plays the exercise's own scenario calmly, with source positions. */
  | { readonly kind: 'run' }
  | { readonly kind: 'check'; readonly depth: 'check' | 'deep' }
  /** Plays one schedule of one check (or of the exercise's run, without `check`) once more, with source positions. */
  | { readonly kind: 'replay'; readonly check?: string; readonly schedule: string }
  /** Plays the worksheet's scenario and judges the answers, by field id. */
  | { readonly kind: 'worksheet'; readonly answers: Readonly<Record<string, string>> };

export type Told =
  | {
      readonly kind: 'progress';
      readonly played: number;
      readonly planned: number;
      readonly covered: readonly Coverage[];
    }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'story'; readonly story: Story }
  | { readonly kind: 'judged'; readonly fields: readonly JudgedField[]; readonly story: Story };

/** One sort of schedule: how many of how many were played. */
export interface Coverage {
  readonly sort: 'calm' | 'single faults' | 'mixes' | 'pairs';
  readonly played: number;
  readonly planned: number;
}

export interface JudgedField {
  readonly id: string;
  readonly outcome: 'right' | 'wrong';
  readonly because: string;
  readonly evidence: readonly number[];
}

/** These are different words everywhere; none of them is a pass. */
export type Ending =
  | { readonly kind: 'done' }
  | { readonly kind: 'did not compile'; readonly problems: readonly Problem[] }
  /** The program threw, or cannot be linked; `place` where it is known. */
  | { readonly kind: 'error'; readonly because: string; readonly place?: Place }
  /** A loop that never ends: killed. `doing` names the play it was in, when that is known. */
  | { readonly kind: 'timed out'; readonly afterMs: number; readonly because: string; readonly place?: Place }
  | { readonly kind: 'out of memory'; readonly because: string }
  | { readonly kind: 'stopped' }
  /** Ours, not the learner's: says what failed and what to do. */
  | { readonly kind: 'engine failed'; readonly because: string };

export interface Problem extends Place {
  readonly message: string;
}
