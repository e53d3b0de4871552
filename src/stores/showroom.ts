import { createEmbeddedEngine } from '#engines/embedded/embedded-engine.ts';
import type { Demonstrated, Job, SandboxEngine } from '#engines/engine.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { troubleOf } from '#grading/trouble.ts';

/** Elements know engines by what a store tells of them. */
export type { Demonstrated } from '#engines/engine.ts';

/** What came of asking for a demonstration. A newer asking replaces an older one. */
export type Shown =
  | Demonstrated
  | { readonly kind: 'replaced' }
  /** `because` is a sentence that ends with the remedy. */
  | { readonly kind: 'failed'; readonly because: string };

/**
 * Where the lesson's own programs are played: one engine for the whole page, apart from the learner's, so that turning a knob
 * never stops a check.
 */
export interface Showroom {
  warm(): void;
  play(
    exercise: string,
    files: readonly SourceFile[],
    job: Extract<Job, { readonly kind: 'explore' | 'break' }>,
  ): Promise<Shown>;
}

export function createShowroom(createEngine: () => SandboxEngine = createEmbeddedEngine): Showroom {
  let made: SandboxEngine | undefined;
  const engine = () => {
    made ??= createEngine();
    return made;
  };
  return {
    warm: () => void engine().boot(),
    async play(exercise, files, job) {
      let shown: Demonstrated | undefined;
      const ending = await engine().run(exercise, files, job, (told) => {
        if (told.kind === 'demonstrated') shown = told;
      });
      if (shown) return shown;
      if (ending.kind === 'stopped') return { kind: 'replaced' };
      const trouble = troubleOf(ending);
      return { kind: 'failed', because: trouble?.because || 'This play told nothing. Reload the page and try again.' };
    },
  };
}

export const showroom = createShowroom();
