import { textRun } from '#grading/text-run.ts';
import type { Story } from '#timeline/story.ts';
import type { Job } from '../engine.ts';
import type { Ask } from './ask.ts';
import type { ProjectFolder } from './project-folder.ts';
import type { Screen } from './screen.ts';

/** Plays one story and shows it. Resolves with true when the play came to its end. */
export async function playCommand(
  { files }: ProjectFolder,
  job: Extract<Job, { readonly kind: 'run' | 'replay' }>,
  ask: Ask,
  screen: Screen,
): Promise<boolean> {
  let story: Story | undefined;
  const ending = await ask(job, (told) => {
    if (told.kind === 'story') story = told.story;
  });
  screen.print(textRun(story, ending, { ...screen.options, files }));
  return ending.kind === 'done';
}
