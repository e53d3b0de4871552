import { parseScheduleId } from 'lab/authoring';
import type { Ending, Job } from '../engine.ts';
import { cutStory } from './cut-story.ts';
import type { Grading } from './grade.ts';
import { playStory } from './play-story.ts';

/** Plays one schedule once more, for the timeline and the marks in the editor. A story that shows an error is a story. */
export async function replayJob(grading: Grading, job: Extract<Job, { readonly kind: 'replay' }>): Promise<Ending> {
  const { exercise } = grading;
  const schedule = parseScheduleId(job.schedule);
  if (!schedule) return { kind: 'error', because: `“${job.schedule}” is not a schedule. ${ANOTHER_WAY}` };
  const check = exercise.checks.find((one) => one.id === job.check);
  if (job.check !== undefined && !check) {
    return { kind: 'error', because: `This exercise has no check called “${job.check}”. ${ANOTHER_WAY}` };
  }
  const { story, ending } = await playStory(grading, check?.scenario ?? exercise.run, schedule, check);
  grading.tell({ kind: 'story', story: cutStory(story).story });
  return ending;
}

const ANOTHER_WAY = 'Copy the link again, or press Check to find the stories of your own code.';
