import { parseScheduleId, play } from 'lab/authoring';
import type { Ending, Job } from '../engine.ts';
import type { Grading } from './grade.ts';
import { storyOf } from './story-of.ts';

/** Plays one schedule once more, for the timeline and the marks in the editor. */
export async function replayJob(
  { exercise, program, tell, beat }: Grading,
  job: Extract<Job, { kind: 'replay' }>,
): Promise<Ending> {
  const schedule = parseScheduleId(job.schedule);
  if (!schedule)
    return { kind: 'error', because: `“${job.schedule}” is not a schedule. Copy the link again, or press Check.` };
  const check = job.check === undefined ? undefined : exercise.checks.find((one) => one.id === job.check);
  if (job.check !== undefined && !check)
    return {
      kind: 'error',
      because: `This exercise has no check called “${job.check}”. Copy the link again, or press Check.`,
    };
  const scenario = check?.scenario ?? exercise.run;
  beat({ kind: 'playing', scenario: scenario.id, schedule: job.schedule });
  const played = await play(program, scenario, schedule);
  const verdict = check?.verdict(played.trace);
  const evidence = verdict?.outcome === 'failed' ? verdict.evidence : [];
  tell({ kind: 'story', story: storyOf(exercise, scenario, schedule, played, check && { check: check.id, evidence }) });
  return { kind: 'done' };
}
