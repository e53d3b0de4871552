import { createEmbeddedEngine } from '#engines/embedded/embedded-engine.ts';
import type { Demonstrated, Job, SandboxEngine } from '#engines/engine.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { troubleOf } from '#grading/trouble.ts';

/** Elements know engines by what a store tells of them. */
export type { Demonstrated } from '#engines/engine.ts';

/** What came of asking for a demonstration. */
export type Shown =
  /** `overtaken`: by the time this was played, somebody had asked the same demonstration for something newer. */
  | (Demonstrated & { readonly overtaken: boolean })
  /** A newer asking came before this one could begin. */
  | { readonly kind: 'replaced' }
  /** `because` is a sentence that ends with the remedy. */
  | { readonly kind: 'failed'; readonly because: string };

export type ShownJob = Extract<Job, { readonly kind: 'explore' | 'break' | 'show' }>;

/**
 * Where the lesson's own programs are played: one engine for the whole page, apart from the learner's, so that turning a knob
 * never stops a check. A play under way is let come to its end, or quick hands would never be shown anything; what waits
 * meanwhile is the newest asking of each demonstration.
 */
export interface Showroom {
  warm(): void;
  play(exercise: string, files: readonly SourceFile[], job: ShownJob): Promise<Shown>;
}

interface Asking {
  readonly exercise: string;
  readonly files: readonly SourceFile[];
  readonly job: ShownJob;
  readonly answer: (shown: Shown) => void;
}

export function createShowroom(createEngine: () => SandboxEngine = createEmbeddedEngine): Showroom {
  const waiting = new Map<string, Asking>();
  let made: SandboxEngine | undefined;
  let isPlaying = false;
  const engine = () => {
    made ??= createEngine();
    return made;
  };

  async function playAll(): Promise<void> {
    isPlaying = true;
    for (let next = first(waiting); next; next = first(waiting)) {
      const [name, asking] = next;
      waiting.delete(name);
      const shown = await playOne(engine(), asking);
      asking.answer(shown.kind === 'demonstrated' ? { ...shown, overtaken: waiting.has(name) } : shown);
    }
    isPlaying = false;
  }

  return {
    warm: () => void engine().boot(),
    play: (exercise, files, job) =>
      new Promise((answer) => {
        // A story and an explorable may have one id.
        const name = `${exercise} ${job.kind} ${demonstrationOf(job)}`;
        waiting.get(name)?.answer({ kind: 'replaced' });
        // An asking takes the place of the one it replaces, so that nobody is passed over for long.
        waiting.set(name, { exercise, files, job, answer });
        if (!isPlaying) void playAll();
      }),
  };
}

async function playOne(
  engine: SandboxEngine,
  { exercise, files, job }: Asking,
): Promise<Demonstrated | Exclude<Shown, Demonstrated>> {
  let shown: Demonstrated | undefined;
  const ending = await engine.run(exercise, files, job, (told) => {
    if (told.kind === 'demonstrated') shown = told;
  });
  if (shown) return shown;
  const trouble = troubleOf(ending);
  return { kind: 'failed', because: trouble?.because || 'This play told nothing. Reload the page and try again.' };
}

function demonstrationOf(job: ShownJob): string {
  switch (job.kind) {
    case 'explore':
      return job.explorable;
    case 'break':
      return job.breakIt;
    case 'show':
      return job.story;
  }
}

const first = <Key, Value>(map: ReadonlyMap<Key, Value>): readonly [Key, Value] | undefined => [...map][0];

export const showroom = createShowroom();
