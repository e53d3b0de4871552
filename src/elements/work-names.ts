import * as v from 'valibot';
import type { ExerciseData } from '#exercise/exercise-data.ts';

/** What the course calls things that are kept by their ids. What is gone from the course is called by its id. */
export interface WorkNames {
  exercise(id: string): string;
  field(exercise: string, id: string): string;
}

const schema = v.array(
  v.object({ id: v.string(), title: v.string(), fields: v.array(v.object({ id: v.string(), question: v.string() })) }),
);

/** As a page carries it. */
export function writeWorkNames(exercises: readonly Pick<ExerciseData, 'id' | 'title' | 'worksheet'>[]): string {
  const named = exercises.map(({ id, title, worksheet }) => ({
    id,
    title,
    fields: (worksheet?.fields ?? []).map((field) => ({ id: field.id, question: field.question })),
  }));
  return JSON.stringify(named);
}

/** What a page's own markup holds. Throws when it is something else. */
export function parseWorkNames(text: string): WorkNames {
  const all = v.parse(schema, JSON.parse(text));
  const named = (id: string) => all.find((each) => each.id === id);
  return {
    exercise: (id) => named(id)?.title ?? id,
    field: (exercise, id) => named(exercise)?.fields.find((each) => each.id === id)?.question ?? id,
  };
}
