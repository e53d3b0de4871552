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

/** "1 fault, schedule kqwzt": some words, and the badge to read aloud unless the weather was calm. */
export function withBadge(words: string, { badge }: ScheduleWords): string {
  return badge === 'calm' ? words : `${words}, schedule ${badge}`;
}

/** What the exercise’s own run is called, by its schedule’s text. */
export function runHeading(schedule: string): string {
  return schedule === 'calm' ? 'Your run, in calm weather' : 'Your run';
}
