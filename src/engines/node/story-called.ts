import { type Schedule, scheduleId } from 'lab/authoring';
import { badgeOf } from '#grading/schedule-words.ts';
import type { StoryLink } from '#grading/story-link.ts';
import type { Told } from '../engine.ts';
import type { Ask } from './ask.ts';
import { likeASchedule } from './named-story.ts';

/**
 * Finds the story that a check shows under five letters, by checking once more: the letters identify nothing by themselves.
 * Rejects with a sentence that says what to copy instead.
 */
export async function storyCalled(badge: string, check: string | undefined, ask: Ask): Promise<StoryLink> {
  const found = new Map<string, StoryLink>();
  await ask({ kind: 'check', depth: 'check' }, (told) => {
    for (const link of shownIn(told)) {
      const isMeant = check === undefined || link.check === check;
      if (isMeant && badgeOf(link.faults) === badge)
        found.set(link.check, { check: link.check, schedule: link.schedule });
    }
  });
  const [first, ...others] = [...found.values()];
  if (first && others.length === 0) return first;
  if (!first)
    throw new Error(
      `npm run check shows no story${check === undefined ? '' : ` of ${check}`} called ${badge}. Copy its schedule instead. ${likeASchedule(true)}`,
    );
  const commands = [...found.keys()].map((id) => `  npm run replay -- ${id} ${badge}`);
  throw new Error(`${badge} is in the stories of several checks. Use one of these:\n${commands.join('\n')}`);
}

interface Shown {
  readonly check: string;
  readonly faults: Schedule;
  readonly schedule: string;
}

function shownIn(told: Told): readonly Shown[] {
  if (told.kind !== 'result') return [];
  const { result } = told;
  const all = result.outcome === 'passed' ? result.remarks.map(({ schedule }) => schedule) : [result.schedule];
  return all.map((faults) => ({ check: result.check, faults, schedule: scheduleId(faults) }));
}
