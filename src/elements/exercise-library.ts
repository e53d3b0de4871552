import type { SourceFile } from '#exercise/exercise-data.ts';
import { type ExerciseLibrary, parseExerciseLibrary } from '#exercise/page-exercise.ts';
import type { ProjectKit } from '#project/project-files.ts';

/** What lies beside an exercise: fetched once, when somebody asks. Each promise may be rejected with a sentence. */
export interface Library {
  reference(): Promise<readonly SourceFile[]>;
  solution(): Promise<readonly SourceFile[]>;
  /** The lab as a package, for a type checker. */
  types(): Promise<readonly SourceFile[]>;
  /** What the exercise's Node project is made of. */
  kit(): Promise<ProjectKit>;
}

export function createLibrary(url: string): Library {
  let fetched: Promise<ExerciseLibrary> | undefined;

  function fetchOnce(): Promise<ExerciseLibrary> {
    fetched ??= fetchLibrary(url).catch((failure: unknown) => {
      // Whoever asks next tries again.
      fetched = undefined;
      throw failure;
    });
    return fetched;
  }

  return {
    reference: async () => (await fetchOnce()).reference,
    solution: async () => (await fetchOnce()).solution,
    kit: fetchOnce,
    async types() {
      const { reference, labPackage } = await fetchOnce();
      const lab = reference.filter((file) => file.path.startsWith('lab/'));
      return [...lab, { path: 'lab/package.json', text: labPackage }];
    },
  };
}

async function fetchLibrary(url: string): Promise<ExerciseLibrary> {
  const answer = await fetch(url).catch(() => undefined);
  const text = answer?.ok ? await answer.text().catch(() => undefined) : undefined;
  if (text === undefined) {
    throw new Error(
      'These files could not be fetched. Check the connection and try again; your own code is not affected.',
    );
  }
  try {
    return parseExerciseLibrary(JSON.parse(text));
  } catch {
    throw new Error(
      'What came in the place of these files is something else. Reload the page; your own code is not affected.',
    );
  }
}
