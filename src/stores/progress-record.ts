import * as v from 'valibot';
import type { Format } from './stored-format.ts';
import { time } from './time.ts';

export type ProgressRecord = v.InferOutput<typeof schema>;
export type ExerciseProgress = v.InferOutput<typeof exerciseSchema>;
export type PassedProgress = v.InferOutput<typeof passedSchema>;
export type SolvedProgress = v.InferOutput<typeof solvedSchema>;
export type HelpProgress = v.InferOutput<typeof helpSchema>;
export type PredictionProgress = v.InferOutput<typeof predictionSchema>;
export type QuestionProgress = v.InferOutput<typeof questionSchema>;
export type BreakItProgress = v.InferOutput<typeof breakItSchema>;

export const progressName = 'progress';

/** An exercise that nobody has begun has empty progress. */
export function progressOf(all: ProgressRecord, exercise: string): ExerciseProgress {
  return Object.hasOwn(all.exercises, exercise) ? (all.exercises[exercise] ?? untouched) : untouched;
}

/** The answer that was given before anything was explained; undefined where nobody knows it any more. */
export function firstAnswer({ option, at, goes, first }: QuestionProgress): QuestionProgress['first'] {
  return goes === undefined || goes < 2 ? { option, at } : first;
}

const passedSchema = v.object({ at: time, helped: v.boolean() });

/** The first time that all checks held. `checks` are those that held together since, so that a new one can be told. */
const solvedSchema = v.object({ at: time, helped: v.boolean(), checks: v.array(v.string()) });

/** `since`: when the first help was opened. */
const helpSchema = v.object({ hints: v.number(), solution: v.boolean(), since: v.exactOptional(time) });

const exerciseSchema = v.object({
  checks: v.record(v.string(), passedSchema),
  solved: v.exactOptional(solvedSchema),
  help: helpSchema,
  answers: v.record(v.string(), v.string()),
});

/** `at` is unknown of what version 1 kept. */
const predictionSchema = v.object({ option: v.string(), at: v.exactOptional(time) });

const breakItSchema = v.object({
  tries: v.number(),
  broken: v.exactOptional(v.object({ schedule: v.string(), at: time })),
});

/** `goes` is there from the second one on, and then `first` is what was answered before anything was explained. */
const questionSchema = v.object({
  option: v.string(),
  at: time,
  goes: v.exactOptional(v.number()),
  first: v.exactOptional(v.object({ option: v.string(), at: time })),
});

const schema = v.object({
  version: v.literal(2),
  exercises: v.record(v.string(), exerciseSchema),
  predictions: v.record(v.string(), predictionSchema),
  questions: v.record(v.string(), questionSchema),
  breakIts: v.record(v.string(), breakItSchema),
});

const untouched: ExerciseProgress = { checks: {}, help: { hints: 0, solution: false }, answers: {} };

export const noProgress: ProgressRecord = { version: 2, exercises: {}, predictions: {}, questions: {}, breakIts: {} };

/** Version 1 knew no dates of predictions, not which checks held together, and not when help was opened. */
const version1 = v.object({
  version: v.literal(1),
  exercises: v.record(
    v.string(),
    v.object({
      checks: v.record(v.string(), passedSchema),
      solved: v.optional(passedSchema),
      help: v.object({ hints: v.number(), solution: v.boolean() }),
      answers: v.record(v.string(), v.string()),
    }),
  ),
  predictions: v.record(v.string(), v.string()),
  // Its first pages had neither quizzes nor break-its.
  questions: v.optional(v.record(v.string(), v.omit(questionSchema, ['first'])), {}),
  breakIts: v.optional(v.record(v.string(), breakItSchema), {}),
});

function fromVersion1(data: unknown): ProgressRecord {
  const { exercises, predictions, questions, breakIts } = v.parse(version1, data);
  return {
    version: 2,
    exercises: mapped(exercises, ({ checks, solved, help, answers }) => {
      // The earliest that passed with help says when there was help at the latest.
      const helped = Object.values(checks).filter((each) => each.helped);
      const since = helped.length > 0 ? { since: Math.min(...helped.map(({ at }) => at)) } : {};
      // A solution passed every check that there was.
      const whole = solved && { solved: { ...solved, checks: Object.keys(checks) } };
      return { checks, help: { ...help, ...since }, answers, ...whole };
    }),
    predictions: mapped(predictions, (option) => ({ option })),
    questions,
    breakIts,
  };
}

function mapped<One, Other>(all: Readonly<Record<string, One>>, change: (each: One) => Other): Record<string, Other> {
  return Object.fromEntries(Object.entries(all).map(([id, each]) => [id, change(each)]));
}

export const progressFormat: Format<ProgressRecord> = {
  what: 'Your progress',
  version: 2,
  schema,
  former: [fromVersion1],
};
