import type { Setting } from './merge-preferences.ts';
import { ownValue } from './own-value.ts';
import { type ExerciseProgress, type ProgressRecord, progressOf } from './progress-record.ts';

/** One thing that loading a file would change, or leave as it is although the file has it otherwise. */
export type Difference =
  | { readonly kind: 'solved'; readonly exercise: string; readonly at: number; readonly helped: boolean }
  /** Checks that have not held here. */
  | { readonly kind: 'checks'; readonly exercise: string; readonly count: number }
  /** What is here too gets an earlier date, or that there was help. */
  | { readonly kind: 'evidence changed'; readonly exercise: string }
  /** Solved in both; the solution of the file holds checks that are newer. */
  | { readonly kind: 'solution grown'; readonly exercise: string }
  | { readonly kind: 'help'; readonly exercise: string }
  | { readonly kind: 'answers'; readonly exercise: string; readonly count: number }
  | {
      readonly kind: 'answer kept';
      readonly exercise: string;
      readonly field: string;
      readonly here: string;
      readonly there: string;
    }
  | { readonly kind: 'predictions' | 'questions' | 'break-its'; readonly count: number }
  /** Answered in both, and differently: `taken` of them get the answer of the file, because it came first. */
  | { readonly kind: 'answered otherwise'; readonly taken: number; readonly kept: number }
  | { readonly kind: 'draft taken' | 'draft replaced' | 'draft beside' | 'copy'; readonly exercise: string }
  | {
      readonly kind: 'passed code taken' | 'passed code replaced' | 'passed code beside';
      readonly exercise: string;
    }
  | { readonly kind: 'settings taken' | 'settings kept'; readonly settings: readonly Setting[] }
  | { readonly kind: 'place'; readonly at: number }
  /** What an earlier visit could not read, under the name that it gets here. */
  | { readonly kind: 'set aside'; readonly name: string }
  | { readonly kind: 'left to a newer version'; readonly name: string };

/** What the file would change in the progress that is here, and where it says something else. */
export function differencesOf(
  here: ProgressRecord,
  there: ProgressRecord,
  merged: ProgressRecord,
): readonly Difference[] {
  const exercises = Object.keys(merged.exercises).flatMap((id) =>
    exerciseDifferences(id, progressOf(here, id), progressOf(there, id), progressOf(merged, id)),
  );
  return [
    ...exercises,
    ...counted('predictions', addedTo(here.predictions, merged.predictions)),
    ...counted('questions', addedTo(here.questions, merged.questions)),
    ...counted('break-its', newlyBroken(here, merged)),
    ...answeredOtherwise(here, there, merged),
  ];
}

function exerciseDifferences(
  exercise: string,
  here: ExerciseProgress,
  there: ExerciseProgress,
  merged: ExerciseProgress,
): readonly Difference[] {
  const checks = addedTo(here.checks, merged.checks);
  const { solved } = merged;
  const changed = Object.keys(here.checks).some((id) => !same(here.checks[id], merged.checks[id]));
  const isGrown = here.solved !== undefined && !same(here.solved.checks, solved?.checks);
  const isSolvedOtherwise =
    here.solved !== undefined && (here.solved.at !== solved?.at || here.solved.helped !== solved.helped);
  const hasMoreHelp = here.help.hints < merged.help.hints || here.help.solution !== merged.help.solution;
  const answers = Object.keys(merged.answers).filter(
    (field) => ownValue(here.answers, field) !== ownValue(merged.answers, field),
  );
  const kept = Object.entries(there.answers).filter(
    ([field, text]) => text.trim() !== '' && ownValue(merged.answers, field) !== text,
  );
  return [
    ...(solved && !here.solved ? [{ kind: 'solved', exercise, at: solved.at, helped: solved.helped } as const] : []),
    ...(checks.length > 0 ? [{ kind: 'checks', exercise, count: checks.length } as const] : []),
    ...(isGrown ? [{ kind: 'solution grown', exercise } as const] : []),
    ...(changed || isSolvedOtherwise ? [{ kind: 'evidence changed', exercise } as const] : []),
    ...(hasMoreHelp ? [{ kind: 'help', exercise } as const] : []),
    ...(answers.length > 0 ? [{ kind: 'answers', exercise, count: answers.length } as const] : []),
    ...kept.map(
      ([field, text]): Difference => ({
        kind: 'answer kept',
        exercise,
        field,
        here: ownValue(merged.answers, field) ?? '',
        there: text,
      }),
    ),
  ];
}

function answeredOtherwise(here: ProgressRecord, there: ProgressRecord, merged: ProgressRecord): readonly Difference[] {
  const differing = (['predictions', 'questions'] as const).flatMap((kind) =>
    Object.keys(there[kind])
      .filter((id) => Object.hasOwn(here[kind], id) && here[kind][id]!.option !== there[kind][id]!.option)
      .map((id) => merged[kind][id]!.option === there[kind][id]!.option),
  );
  const taken = differing.filter(Boolean).length;
  const kept = differing.length - taken;
  return differing.length === 0 ? [] : [{ kind: 'answered otherwise', taken, kept }];
}

function newlyBroken(here: ProgressRecord, merged: ProgressRecord): readonly string[] {
  return Object.keys(merged.breakIts).filter(
    (id) => merged.breakIts[id]!.broken && !(Object.hasOwn(here.breakIts, id) && here.breakIts[id]!.broken),
  );
}

function counted(kind: 'predictions' | 'questions' | 'break-its', ids: readonly string[]): readonly Difference[] {
  return ids.length === 0 ? [] : [{ kind, count: ids.length }];
}

function addedTo(
  here: Readonly<Record<string, unknown>>,
  merged: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.keys(merged).filter((id) => !Object.hasOwn(here, id));
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
