import { textRun } from '#grading/text-run.ts';
import type { Story } from '#timeline/story.ts';
import type { Ending, Job } from '../engine.ts';
import type { Ask } from './ask.ts';
import type { CheckTitles } from './check-command.ts';
import type { ProjectFolder } from './project-folder.ts';
import type { Screen } from './screen.ts';

/** Plays one story and shows it. Resolves with true when its check holds in it, or, without a check, when it came to its end. */
export async function playCommand(
  { files }: ProjectFolder,
  checks: CheckTitles,
  job: Extract<Job, { readonly kind: 'run' | 'replay' }>,
  ask: Ask,
  screen: Screen,
): Promise<boolean> {
  let story: Story | undefined;
  const ending = await ask(job, (told) => {
    if (told.kind === 'story') story = told.story;
  });
  screen.print(textRun(story, ending, { ...screen.options, files, checks }));
  return holds(story, ending);
}

/** As in a Check, a program may die of a fault and keep its promise. */
function holds(story: Story | undefined, ending: Ending): boolean {
  return story?.verdict ? story.verdict.outcome === 'passed' : ending.kind === 'done';
}
