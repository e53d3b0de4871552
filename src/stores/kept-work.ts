import { readEntry } from './entries.ts';
import type { DeviceStorage } from './storage.ts';

/** How much is kept, counted in the learner's terms. */
export interface KeptWork {
  readonly solved: number;
  /** Exercises with checks that have held, that are not solved. */
  readonly begun: number;
  readonly drafts: number;
  readonly copies: number;
  readonly predictions: number;
  readonly questions: number;
  readonly breakIts: number;
  readonly answers: number;
  readonly settings: boolean;
  readonly place: boolean;
  /** What could not be read: set aside, damaged, or saved by a newer version. */
  readonly unreadable: number;
}

export function keptWork(storage: DeviceStorage): KeptWork {
  storage.settle();
  const entries = [...storage.texts()].map(([name, text]) => readEntry(name, text));
  const numberOf = (...kinds: readonly (typeof entries)[number]['kind'][]) =>
    entries.filter(({ kind }) => kinds.includes(kind)).length;
  const progress = entries.find((entry) => entry.kind === 'progress')?.value;
  const exercises = Object.values(progress?.exercises ?? {});
  const sizeOf = (all: object | undefined) => Object.keys(all ?? {}).length;
  return {
    solved: exercises.filter(({ solved }) => solved).length,
    begun: exercises.filter(({ solved, checks }) => !solved && sizeOf(checks) > 0).length,
    drafts: numberOf('draft'),
    copies: numberOf('draft copy', 'passed code'),
    predictions: sizeOf(progress?.predictions),
    questions: sizeOf(progress?.questions),
    breakIts: sizeOf(progress?.breakIts),
    answers: exercises.reduce((sum, { answers }) => sum + sizeOf(answers), 0),
    settings: numberOf('preferences') > 0,
    place: numberOf('place') > 0,
    unreadable: numberOf('set aside', 'unreadable', 'unknown'),
  };
}
