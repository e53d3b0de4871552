import type { Choice, Result } from 'lab/authoring';
import type { ReadableAtom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Coverage, Ending } from '#grading/ending.ts';
import type { Place, Story } from '#timeline/story.ts';

export type { Coverage, Ending, Problem } from '#grading/ending.ts';

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
  | { readonly kind: 'worksheet'; readonly answers: Readonly<Record<string, string>> }
  /**
   * Plays an explorable of the exercise with these options of its knobs; the files are the program that it shows then, or the
   * learner's own. `faults`: a schedule on top of the one that the options bring.
   */
  | { readonly kind: 'explore'; readonly explorable: string; readonly choice: Choice; readonly faults?: string }
  /** Plays a break-it of the exercise with the fault at one of its places; the files are its program. */
  | { readonly kind: 'break'; readonly breakIt: string; readonly schedule: string }
  /** Plays a story that a lesson shows; the files are its program. */
  | { readonly kind: 'show'; readonly story: string };

export type Told =
  | {
      readonly kind: 'progress';
      readonly played: number;
      readonly planned: number;
      readonly covered: readonly Coverage[];
    }
  /** `place`: where in the learner's code an error arose. */
  | { readonly kind: 'result'; readonly result: Result; readonly place?: Place }
  | { readonly kind: 'story'; readonly story: Story }
  | { readonly kind: 'judged'; readonly fields: readonly JudgedField[]; readonly story: Story }
  | Demonstrated;

/** What a lesson's own program showed. `says` is a sentence read from the trace; of a story the page says it, and it is empty. */
export interface Demonstrated {
  readonly kind: 'demonstrated';
  readonly story: Story;
  readonly outcome: 'shown' | 'broken' | 'held';
  readonly says: string;
}

export interface JudgedField {
  readonly id: string;
  readonly outcome: 'right' | 'wrong';
  readonly because: string;
  readonly evidence: readonly number[];
}
