import * as v from 'valibot';
import { type ProgressRecord, progressOf } from '#stores/progress-record.ts';
import { solvedStanding } from '#stores/solved-standing.ts';

/** A page of the course with an exercise, in the course's order. */
export type CourseStep = v.InferOutput<typeof step>;

const step = v.object({
  exercise: v.string(),
  /** Below the site's address; begins and ends with a slash. */
  path: v.string(),
  /** Ids of its predictions: who has answered one has begun. */
  predictions: v.array(v.string()),
  title: v.string(),
  address: v.string(),
  checks: v.array(v.object({ id: v.string(), title: v.string() })),
  /** What is left to write beside it, by the ids of its fields. */
  aside: v.exactOptional(v.object({ title: v.string(), address: v.string(), fields: v.array(v.string()) })),
  /** Where one goes on once it is solved, and nothing is left beside it. */
  after: v.object({ title: v.string(), address: v.string() }),
});

/** What a page's own markup holds. Throws when it is something else. */
export function parseCourseSteps(text: string): readonly CourseStep[] {
  return v.parse(v.array(step), JSON.parse(text));
}

/**
 * Where somebody left: the step that they were at last, unless it is solved; else the last step that was begun and is not
 * solved; with none of these, the last that is solved. What has grown a check is not solved. Undefined when nothing was begun
 * on this device. `drafts`: the exercises with a draft; `left`: the path of the page that they were at last.
 */
export function stepToResume(
  steps: readonly CourseStep[],
  all: ProgressRecord,
  drafts: ReadonlySet<string>,
  left?: string,
): CourseStep | undefined {
  const begun = steps.filter(
    ({ exercise, predictions, path }) =>
      path === left ||
      Object.hasOwn(all.exercises, exercise) ||
      drafts.has(exercise) ||
      predictions.some((id) => Object.hasOwn(all.predictions, id)),
  );
  const open = begun.filter(
    ({ exercise, checks }) => solvedStanding(progressOf(all, exercise), checks).kind !== 'solved',
  );
  return open.find(({ path }) => path === left) ?? open.at(-1) ?? begun.at(-1);
}
