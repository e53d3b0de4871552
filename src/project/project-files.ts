import type { SourceFile } from '#exercise/exercise-data.ts';
import type { ExerciseLibrary } from '#exercise/page-exercise.ts';

/** Where the learner's files lie in the project. */
export const APP = 'app/';
/** The bundled grader: it runs with nothing installed. */
export const GRADER = 'course/grader.mjs';
/** Which exercise this is. */
export const PROJECT = 'course/project.json';

/** What a page fetches of it. */
export type ProjectKit = Pick<ExerciseLibrary, 'reference' | 'labPackage' | 'project'>;

/**
 * An exercise as a Node project, whole: the learner's files, the lab, the checks, what starts and tests them, and the bundled
 * grader. The same that a WebContainer mounts, a download holds and the tests unpack.
 */
export function projectFiles(
  { reference, labPackage, project }: ProjectKit,
  learner: readonly SourceFile[],
  grader: string,
): readonly SourceFile[] {
  return [
    ...project,
    ...learner.map(({ path, text }) => ({ path: APP + path, text })),
    ...reference.map(({ path, text }) => ({ path: path.startsWith('lab/') ? path : inExercise(path), text })),
    { path: 'lab/package.json', text: labPackage },
    { path: GRADER, text: grader },
  ];
}

/** `outbox/checks.ts` lies as `exercise/checks.ts`. */
function inExercise(path: string): string {
  return `exercise${path.slice(path.indexOf('/'))}`;
}
