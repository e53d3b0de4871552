import { play } from 'lab/authoring';
import type { Ending, Job } from '../engine.ts';
import type { Grading } from './grade.ts';
import { storyOf } from './story-of.ts';

/** Plays the exercise's own scenario calmly. What the program printed comes with the story, as entries of its trace. */
export async function runJob(
  { exercise, program, tell, beat }: Grading,
  _job: Extract<Job, { kind: 'run' }>,
): Promise<Ending> {
  beat({ kind: 'playing', scenario: exercise.run.id, schedule: 'calm' });
  const played = await play(program, exercise.run, []);
  tell({ kind: 'story', story: storyOf(exercise, exercise.run, [], played) });
  return { kind: 'done' };
}
