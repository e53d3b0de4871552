import { parseScheduleId } from 'lab/authoring';
import { scheduleWords } from './schedule-words.ts';
import type { StoryLink } from './story-link.ts';

/** "“Each order gets one confirmation”, in a story with 1 fault, schedule kqwzt" */
export function storyName(link: StoryLink, checks: readonly { readonly id: string; readonly title: string }[]): string {
  const schedule = parseScheduleId(link.schedule) ?? [];
  const { weather, badge } = scheduleWords(schedule);
  const title = checks.find(({ id }) => id === link.check)?.title;
  // Before it is played nobody can say whether its scenario has an outage of its own.
  const how = schedule.length === 0 ? 'with no fault added' : `in a story with ${weather}, schedule ${badge}`;
  return `${title ? `“${title}”` : 'the run of this exercise'}, ${how}`;
}
