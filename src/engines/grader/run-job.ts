import type { Ending } from '../engine.ts';
import { cutStory } from './cut-story.ts';
import type { Grading } from './grade.ts';
import { playStory } from './play-story.ts';

/** Plays the exercise's own scenario calmly. What the program printed comes with the story, as entries of its trace. */
export async function runJob(grading: Grading): Promise<Ending> {
  const { story, ending } = await playStory(grading, grading.exercise.run, []);
  grading.tell({ kind: 'story', story: cutStory(story).story });
  return ending;
}
