import type { Exercise, Program } from 'lab/authoring';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Ending, Job, Problem, Told } from '../engine.ts';
import { checkJob } from './check-job.ts';
import { describeFailure } from './describe-failure.ts';
import type { Doing } from './doing.ts';
import { replayJob } from './replay-job.ts';
import { runJob } from './run-job.ts';
import { worksheetJob } from './worksheet-job.ts';

export interface Asked {
  readonly exercise: string;
  readonly files: readonly SourceFile[];
  readonly job: Job;
}

/** How a grader is heard. `beat` is a sign of life with what it is about; many of them may be dropped. */
export interface Ears {
  readonly tell: (told: Told) => void;
  readonly beat: (doing: Doing) => void;
}

/** Makes a program from learner files; how depends on where the grader runs. */
export type Load = (files: readonly SourceFile[]) => Promise<Loaded>;
export type Loaded =
  | { readonly kind: 'program'; readonly program: Program }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

export interface Grading extends Ears {
  readonly exercise: Exercise;
  readonly program: Program;
}

/** One job from files to ending, the same in a browser's worker and in Node. Never rejects. */
export async function grade(
  asked: Asked,
  exercises: ReadonlyMap<string, Exercise>,
  load: Load,
  ears: Ears,
): Promise<Ending> {
  const exercise = exercises.get(asked.exercise);
  if (!exercise)
    return {
      kind: 'engine failed',
      because: `There is no exercise called ${asked.exercise} in this version of the course. Reload the page.`,
    };
  try {
    ears.beat({ kind: 'compiling' });
    const loaded = await load(asked.files);
    if (loaded.kind === 'problems') return { kind: 'did not compile', problems: loaded.problems };
    return await JOBS[asked.job.kind]({ exercise, program: loaded.program, ...ears }, asked.job as never);
  } catch (error) {
    return {
      kind: 'engine failed',
      because: `The grader itself failed, not your code: ${describeFailure(error)}. Reload the page and try again.`,
    };
  }
}

const JOBS = { run: runJob, check: checkJob, replay: replayJob, worksheet: worksheetJob } as const;
