import { explore } from 'lab/authoring';
import type { Ending, Job } from '../engine.ts';
import type { Grading } from './grade.ts';

/** Plays every schedule of the asked depth and tells each check's result as soon as it is known. */
export async function checkJob(
  { exercise, program, tell, beat }: Grading,
  job: Extract<Job, { kind: 'check' }>,
): Promise<Ending> {
  beat({ kind: 'playing', scenario: exercise.checks[0]?.scenario.id ?? exercise.run.id });
  const { results } = await explore(program, exercise.checks, { depth: job.depth, mixes: exercise.mixes });
  for (const result of results) tell({ kind: 'result', result });
  return { kind: 'done' };
}
