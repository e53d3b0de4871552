import * as v from 'valibot';
import type { ExerciseData } from '#exercise/exercise-data.ts';
import { named as namedEntry } from '#stores/entries.ts';
import { ownValue } from '#stores/own-value.ts';

/** What the course calls things that are kept by their ids. What is gone from the course is called by its id. */
export interface WorkNames {
  exercise(id: string): string;
  question(exercise: string, field: string): string;
  /** An answer as one reads it: the words of an option, or what was typed. */
  answer(exercise: string, field: string, answer: string): string;
  /** What lies under a name in storage or in a file, as words that begin a line. */
  kept(name: string): string;
}

const schema = v.array(
  v.object({
    id: v.string(),
    title: v.string(),
    fields: v.array(v.object({ id: v.string(), question: v.string(), options: v.record(v.string(), v.string()) })),
  }),
);

/** As a page carries it. */
export function writeWorkNames(exercises: readonly Pick<ExerciseData, 'id' | 'title' | 'worksheet'>[]): string {
  const named: v.InferOutput<typeof schema> = exercises.map(({ id, title, worksheet }) => ({
    id,
    title,
    fields: (worksheet?.fields ?? []).map((field) => ({
      id: field.id,
      question: field.question,
      options: Object.fromEntries(field.kind === 'choice' ? field.options.map((each) => [each.id, each.label]) : []),
    })),
  }));
  return JSON.stringify(named);
}

/** What a page's own markup holds. Throws when it is something else. */
export function parseWorkNames(text: string): WorkNames {
  const all = v.parse(schema, JSON.parse(text));
  const named = (id: string) => all.find((each) => each.id === id);
  const fieldOf = (exercise: string, id: string) => named(exercise)?.fields.find((each) => each.id === id);
  const titleOf = (id: string) => named(id)?.title ?? id;
  return {
    exercise: titleOf,
    question: (exercise, field) => fieldOf(exercise, field)?.question ?? field,
    answer: (exercise, field, answer) => ownValue(fieldOf(exercise, field)?.options ?? {}, answer) ?? answer,
    kept: (name) => keptWords(name, titleOf),
  };
}

function keptWords(name: string, titleOf: (exercise: string) => string): string {
  const entry = namedEntry(name);
  switch (entry.kind) {
    case 'progress':
      return 'Your progress';
    case 'preferences':
      return 'Your settings';
    case 'place':
      return 'The place where you left';
    case 'draft':
      return `Your code of “${titleOf(entry.exercise)}”`;
    case 'passed code':
      return `The code of “${titleOf(entry.exercise)}” that passed`;
    case 'draft copy':
      return `A copy of your code of “${titleOf(entry.exercise)}”`;
    case 'set aside':
      return `${keptWords(entry.before, titleOf)}, which could not be read before`;
    case 'unknown':
      return `“${name}”`;
  }
}
