import { type Schedule, scheduleBadge, scheduleId } from 'lab/authoring';

/** Calm weather has no letters: it is called what it is. */
export const badgeOf = (schedule: Schedule): string => (schedule.length === 0 ? 'calm' : scheduleBadge(schedule));

/** A schedule as it is shown: how much went wrong, five letters to read aloud, and the text that is its identity. */
export interface ScheduleWords {
  /** "calm weather", "1 fault", "2 faults" */
  readonly weather: string;
  readonly badge: string;
  readonly text: string;
}

export function scheduleWords(schedule: Schedule): ScheduleWords {
  const count = schedule.length;
  return {
    weather: count === 0 ? 'calm weather' : `${count} fault${count === 1 ? '' : 's'}`,
    badge: badgeOf(schedule),
    text: scheduleId(schedule),
  };
}
