import { parseScheduleId } from 'lab/authoring';
import type { CheckData } from '#exercise/exercise-data.ts';
import { scheduleWords } from '#grading/schedule-words.ts';
import type { Grade, StoryLink } from '#stores/session-state.ts';

/** What a story is called above its timeline: what was seen, as short as it can be said. */
export function storyHeading(link: StoryLink, grade: Grade, checks: readonly CheckData[]): string {
  if (link.check === undefined) return link.schedule === 'calm' ? 'Your run, in calm weather' : 'Your run';
  const result = grade.kind === 'not checked' ? undefined : grade.results.find((one) => one.check === link.check);
  if (result && result.outcome !== 'passed') {
    const told = firstClause(result.because);
    if (told.length <= 90) return told;
  }
  return checks.find(({ id }) => id === link.check)?.title ?? 'A story';
}

/** "Each order gets one confirmation, with 1 fault, schedule kqwzt" */
export function storyName(link: StoryLink, checks: readonly CheckData[]): string {
  const { weather, badge } = scheduleWords(parseScheduleId(link.schedule) ?? []);
  const title = checks.find(({ id }) => id === link.check)?.title;
  return `${title ? `“${title}”` : 'the run of this exercise'}, in ${weather === 'calm weather' ? weather : `a story with ${weather}`}${badge === 'calm' ? '' : `, schedule ${badge}`}`;
}

function firstClause(because: string): string {
  return because.split(/[:;.] |\.$/, 1)[0] ?? because;
}
