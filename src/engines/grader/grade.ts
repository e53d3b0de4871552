import type { Demonstrations, Exercise, Problem as LabProblem, Program } from 'lab/authoring';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { pageWords, type ReaderWords } from '#grading/reader-words.ts';
import type { Ending, Job, Problem, Told } from '../engine.ts';
import { checkJob } from './check-job.ts';
import { demonstrateJob } from './demonstrate-job.ts';
import { describeFailure } from './describe-failure.ts';
import type { Doing, Playing } from './doing.ts';
import type { Known } from './exercises.ts';
import { replayJob } from './replay-job.ts';
import { runJob } from './run-job.ts';
import { watchBatch } from './watch-batch.ts';
import { worksheetJob } from './worksheet-job.ts';

export interface Asked {
  readonly exercise: string;
  readonly files: readonly SourceFile[];
  readonly job: Job;
  readonly pace: Pace;
  /** Where what comes of it is read; absent: in the page. */
  readonly words?: ReaderWords;
}

export type Pace =
  | { readonly kind: 'fast' }
  /**
   * One play at a time, and every step is told before it is taken: slow, to find out which one never ends. Of a check only
   * `batch` is played, and nothing is judged; the other jobs are one play anyway.
   */
  | { readonly kind: 'closely'; readonly batch: readonly Playing[] };

export interface Ears {
  readonly tell: (told: Told) => void;
  /** Called before each thing begins. */
  readonly doing: (doing: Doing) => void;
}

/** Makes a program from learner files; how depends on where the grader runs. */
export type Load = (files: readonly SourceFile[]) => Promise<Loaded>;
export type Loaded =
  | { readonly kind: 'program'; readonly program: Program }
  | { readonly kind: 'problems'; readonly problems: readonly LabProblem[] };

export interface Grading extends Ears {
  readonly exercise: Exercise;
  readonly demonstrations: Demonstrations | undefined;
  readonly program: Program;
  readonly pace: Pace;
}

/** One job from files to ending, the same in a browser's worker and in Node. Never rejects. */
export async function grade(
  asked: Asked,
  exercises: ReadonlyMap<string, Known>,
  load: Load,
  ears: Ears,
): Promise<Ending> {
  const { words = pageWords } = asked;
  const known = exercises.get(asked.exercise);
  if (!known) {
    const because = `There is no exercise called ${asked.exercise} in this version of the course. ${words.afresh}.`;
    return { kind: 'engine failed', because };
  }
  try {
    ears.doing({ kind: 'compiling' });
    const loaded = await load(asked.files);
    if (loaded.kind === 'problems') return { kind: 'did not compile', problems: problemsFor(loaded.problems, words) };
    const { exercise, demonstrations } = known;
    const grading: Grading = { exercise, demonstrations, program: loaded.program, pace: asked.pace, ...ears };
    return await begin(grading, asked.job);
  } catch (error) {
    const because = `The grader itself failed, not your code: ${describeFailure(error)}. ${words.afresh} and try again.`;
    return { kind: 'engine failed', because };
  }
}

/** The lab knows that a file is missing; where it can be had depends on the place. */
function problemsFor(problems: readonly LabProblem[], { fileBack }: ReaderWords): readonly Problem[] {
  return problems.map(({ isMissing, message, ...place }) => ({
    ...place,
    message: isMissing ? `${message} ${fileBack}` : message,
  }));
}

function begin(grading: Grading, job: Job): Promise<Ending> {
  switch (job.kind) {
    case 'run':
      return runJob(grading);
    case 'check':
      return grading.pace.kind === 'closely' ? watchBatch(grading, grading.pace.batch) : checkJob(grading, job.depth);
    case 'replay':
      return replayJob(grading, job);
    case 'worksheet':
      return worksheetJob(grading, job.answers);
    case 'explore':
    case 'break':
    case 'show':
      return demonstrateJob(grading, job);
  }
}
