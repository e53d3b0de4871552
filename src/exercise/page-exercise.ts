import * as v from 'valibot';
import type { ExerciseData, SourceFile } from './exercise-data.ts';

/** What a page carries in its HTML: enough to write, run and check. */
export type PageExercise = Omit<ExerciseData, 'solution' | 'reference'>;

/** What a page fetches when somebody is about to edit or to look: it is most of the bytes. */
export interface ExerciseLibrary extends Pick<ExerciseData, 'solution' | 'reference'> {
  /** The lab's `package.json`, which tells a type checker where `lab` and its parts are. */
  readonly labPackage: string;
  /** What the exercise's Node project holds beside the files above: its package.json, its README, its tests. */
  readonly project: readonly SourceFile[];
}

export function pagePart({ solution: _solution, reference: _reference, ...page }: ExerciseData): PageExercise {
  return page;
}

export function libraryPart(
  { solution, reference }: ExerciseData,
  beside: Pick<ExerciseLibrary, 'labPackage' | 'project'>,
): ExerciseLibrary {
  return { solution, reference, ...beside };
}

/** Throws when the page's HTML was damaged on its way. */
export function parsePageExercise(json: string): PageExercise {
  return v.parse(pageSchema, JSON.parse(json));
}

/** Throws when what was fetched is something else, such as the sign-in page of a network. */
export function parseExerciseLibrary(data: unknown): ExerciseLibrary {
  return v.parse(librarySchema, data);
}

const filesSchema = v.array(v.object({ path: v.string(), text: v.string() }));
const named = { id: v.string(), question: v.string() };

const fieldSchema = v.variant('kind', [
  v.object({
    kind: v.literal('choice'),
    ...named,
    options: v.array(v.object({ id: v.string(), label: v.string() })),
  }),
  v.object({ kind: v.literal('number'), ...named, unit: v.literal('ms') }),
  v.object({ kind: v.literal('text'), ...named, model: v.string() }),
]);

const pageSchema = v.object({
  id: v.string(),
  title: v.string(),
  starter: filesSchema,
  given: v.array(v.string()),
  checks: v.array(v.object({ id: v.string(), title: v.string() })),
  hints: v.array(v.string()),
  settings: v.exactOptional(
    v.array(
      v.object({
        id: v.string(),
        label: v.string(),
        begins: v.exactOptional(v.string()),
        options: v.array(v.object({ id: v.string(), label: v.string() })),
      }),
    ),
  ),
  worksheet: v.exactOptional(v.object({ title: v.string(), fields: v.array(fieldSchema) })),
});

const librarySchema = v.object({
  solution: filesSchema,
  reference: filesSchema,
  labPackage: v.string(),
  project: filesSchema,
});
