import type { ReadableAtom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { device } from './device.ts';
import { mergeProgress } from './merge-progress.ts';
import { type PassedCode, passedFormat, passedName } from './passed-code.ts';
import {
  type BreakItProgress,
  type ExerciseProgress,
  firstAnswer,
  noProgress,
  type ProgressRecord,
  progressFormat,
  progressName,
  progressOf,
  type QuestionProgress,
} from './progress-record.ts';
import { createRecord } from './record.ts';
import type { DeviceStorage, Written } from './storage.ts';

/** What a learner has reached, on this device only. Keyed by ids that never change, so that words may. */
export interface Progress {
  readonly all: ReadableAtom<ProgressRecord>;
  /** Keeps the first time that each check passed. */
  checksPassed(exercise: string, checks: readonly string[]): Written;
  /**
   * These checks hold together, and they are all that the exercise has: keeps when it was first, and this very code apart from
   * the draft. The newest solution replaces the one before.
   */
  solved(exercise: string, files: readonly SourceFile[], checks: readonly string[]): Written;
  /** The code that passed, or undefined. */
  passedCode(exercise: string): readonly SourceFile[] | undefined;
  /** Remembers help when it is opened: hints by how many are open, the solution by having been looked at. */
  helped(exercise: string, help: Partial<Help>): Written;
  /** What the learner wrote into a worksheet's field, as typed. */
  answer(exercise: string, field: string, text: string): Written;
  /** What the learner committed to before running; the id of an option. */
  predict(prediction: string, option: string): Written;
  /** The answer to a quiz question, by the id of its option. The first one stays: after it every option is explained. */
  answerQuestion(question: string, option: string): Written;
  /** The answers to questions that may be decided again, by question. The newest stay, and how many goes it took. */
  decide(answers: ReadonlyMap<string, string>): Written;
  /** The first schedule that broke a break-it's promise stays; every try is counted until then. */
  tried(breakIt: string, schedule: string, broken: boolean): Written;
}

export interface Help {
  readonly hints: number;
  readonly solution: boolean;
}

export function createProgress(storage: DeviceStorage): Progress {
  const record = createRecord(storage, progressName, progressFormat, noProgress, mergeProgress);

  function edit(exercise: string, change: (current: ExerciseProgress) => ExerciseProgress): Written {
    return record.change((all) => ({
      ...all,
      exercises: { ...all.exercises, [exercise]: change(progressOf(all, exercise)) },
    }));
  }

  return {
    all: record.value,
    checksPassed: (exercise, checks) =>
      edit(exercise, (current) => {
        const passed = Object.fromEntries(
          checks.map((check) => [check, { at: Date.now(), helped: wasHelped(current) }]),
        );
        return { ...current, checks: { ...passed, ...current.checks } };
      }),
    solved(exercise, files, checks) {
      const kept = storage.write<PassedCode>(passedName(exercise), { version: 1, files });
      const written = edit(exercise, (current) => ({
        ...current,
        solved: { ...(current.solved ?? { at: Date.now(), helped: wasHelped(current) }), checks: [...checks] },
      }));
      return kept.kind === 'refused' ? kept : written;
    },
    passedCode: (exercise) => storage.take(passedName(exercise), passedFormat)?.files,
    helped: (exercise, help) =>
      edit(exercise, (current) => ({
        ...current,
        help: {
          hints: Math.max(current.help.hints, help.hints ?? 0),
          solution: current.help.solution || help.solution === true,
          since: current.help.since ?? Date.now(),
        },
      })),
    answer: (exercise, field, text) =>
      edit(exercise, (current) => ({ ...current, answers: { ...current.answers, [field]: text } })),
    predict: (prediction, option) =>
      record.change((all) => ({
        ...all,
        predictions: { ...all.predictions, [prediction]: { option, at: Date.now() } },
      })),
    answerQuestion: (question, option) =>
      record.change((all) =>
        Object.hasOwn(all.questions, question)
          ? all
          : { ...all, questions: { ...all.questions, [question]: { option, at: Date.now() } } },
      ),
    decide: (answers) =>
      record.change((all) => {
        const decided = [...answers].map(([question, option]): [string, QuestionProgress] => {
          const known = Object.hasOwn(all.questions, question) ? all.questions[question] : undefined;
          return [question, { option, at: Date.now(), ...(known && goneAgain(known)) }];
        });
        return { ...all, questions: { ...all.questions, ...Object.fromEntries(decided) } };
      }),
    tried: (breakIt, schedule, broken) =>
      record.change((all) => {
        const known: BreakItProgress = Object.hasOwn(all.breakIts, breakIt) ? all.breakIts[breakIt]! : { tries: 0 };
        if (known.broken) return all;
        const tries = known.tries + 1;
        const now = broken ? { tries, broken: { schedule, at: Date.now() } } : { tries };
        return { ...all, breakIts: { ...all.breakIts, [breakIt]: now } };
      }),
  };
}

function goneAgain(known: QuestionProgress): Pick<QuestionProgress, 'goes' | 'first'> {
  const first = firstAnswer(known);
  return { goes: (known.goes ?? 1) + 1, ...(first && { first }) };
}

function wasHelped({ help }: ExerciseProgress): boolean {
  return help.hints > 0 || help.solution;
}

export const progress = createProgress(device);
