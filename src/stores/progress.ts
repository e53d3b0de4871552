import type { ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { device } from './device.ts';
import { filesSchema } from './draft-record.ts';
import { createRecord } from './record.ts';
import type { DeviceStorage, Format, Written } from './storage.ts';

/** What a learner has reached, on this device only. Keyed by ids that never change, so that words may. */
export interface Progress {
  readonly all: ReadableAtom<ProgressRecord>;
  /** Keeps the first time that each check passed. */
  checksPassed(exercise: string, checks: readonly string[]): Written;
  /** All checks hold: keeps when, and this very code apart from the draft. The newest solution replaces the one before. */
  solved(exercise: string, files: readonly SourceFile[]): Written;
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

export type ProgressRecord = v.InferOutput<typeof schema>;
export type ExerciseProgress = v.InferOutput<typeof exerciseSchema>;
export type QuestionProgress = v.InferOutput<typeof questionSchema>;
export type BreakItProgress = v.InferOutput<typeof breakItSchema>;

export interface Help {
  readonly hints: number;
  readonly solution: boolean;
}

export function createProgress(storage: DeviceStorage): Progress {
  const record = createRecord(storage, 'progress', format, initial);
  const passedName = (exercise: string) => `passed/${exercise}`;

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
    solved(exercise, files) {
      const kept = storage.write<PassedCode>(passedName(exercise), { version: 1, files });
      const written = edit(exercise, (current) => ({
        ...current,
        solved: current.solved ?? { at: Date.now(), helped: wasHelped(current) },
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
        },
      })),
    answer: (exercise, field, text) =>
      edit(exercise, (current) => ({ ...current, answers: { ...current.answers, [field]: text } })),
    predict: (prediction, option) =>
      record.change((all) => ({ ...all, predictions: { ...all.predictions, [prediction]: option } })),
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
          return [question, { option, at: Date.now(), ...(known && { goes: (known.goes ?? 1) + 1 }) }];
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

/** An exercise that nobody has begun has empty progress. */
export function progressOf(all: ProgressRecord, exercise: string): ExerciseProgress {
  return Object.hasOwn(all.exercises, exercise) ? (all.exercises[exercise] ?? untouched) : untouched;
}

function wasHelped({ help }: ExerciseProgress): boolean {
  return help.hints > 0 || help.solution;
}

const passedSchema = v.object({ at: v.number(), helped: v.boolean() });

const exerciseSchema = v.object({
  checks: v.record(v.string(), passedSchema),
  solved: v.optional(passedSchema),
  help: v.object({ hints: v.number(), solution: v.boolean() }),
  answers: v.record(v.string(), v.string()),
});

const breakItSchema = v.object({
  tries: v.number(),
  broken: v.exactOptional(v.object({ schedule: v.string(), at: v.number() })),
});

/** `goes` is there from the second one on. */
const questionSchema = v.object({ option: v.string(), at: v.number(), goes: v.exactOptional(v.number()) });

const schema = v.object({
  version: v.literal(1),
  exercises: v.record(v.string(), exerciseSchema),
  predictions: v.record(v.string(), v.string()),
  questions: v.optional(v.record(v.string(), questionSchema), {}),
  breakIts: v.optional(v.record(v.string(), breakItSchema), {}),
});

const untouched: ExerciseProgress = { checks: {}, help: { hints: 0, solution: false }, answers: {} };
const initial: ProgressRecord = { version: 1, exercises: {}, predictions: {}, questions: {}, breakIts: {} };
const format: Format<ProgressRecord> = { what: 'Your progress', version: 1, schema };

interface PassedCode {
  readonly version: 1;
  readonly files: readonly SourceFile[];
}

const passedFormat: Format<PassedCode> = {
  what: 'The code that passed',
  version: 1,
  schema: v.object({ version: v.literal(1), files: filesSchema }),
};

export const progress = createProgress(device);
