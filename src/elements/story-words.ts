import { scheduleId, type Trace } from 'lab/authoring';
import type { CheckData } from '#exercise/exercise-data.ts';
import { runHeading } from '#grading/schedule-words.ts';
import { headingOf } from '#grading/story-heading.ts';
import { sameFiles } from '#stores/draft-files.ts';
import type { Grade, Showing } from '#stores/session-state.ts';

type Shown = Pick<Showing & { kind: 'story' }, 'link' | 'code'> & { readonly story: { readonly trace: Trace } };

/** What a story is called above its timeline: what was seen, as short as it can be said. */
export function storyHeading(shown: Shown, grade: Grade, checks: readonly CheckData[]): string {
  const { check, schedule } = shown.link;
  if (check === undefined) return runHeading(schedule, shown.story.trace);
  const told = whatWasSeen(shown, grade);
  return headingOf(told, checks.find(({ id }) => id === check)?.title ?? 'A story');
}

/** The grade speaks of one schedule and of the code as it was: of any other play its words could be untrue. */
function whatWasSeen({ link, code }: Shown, grade: Grade): string | undefined {
  if (grade.kind === 'not checked' || !sameFiles(grade.code, code)) return undefined;
  const result = grade.results.find((one) => one.check === link.check);
  if (!result || result.outcome === 'passed' || scheduleId(result.schedule) !== link.schedule) return undefined;
  return result.because;
}
