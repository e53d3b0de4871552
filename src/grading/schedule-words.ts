import { type Schedule, scheduleBadge, scheduleId, type Trace } from 'lab/authoring';
import { hasOutage } from './outage.ts';

/** Calm weather has no letters: it is called what it is. */
export const badgeOf = (schedule: Schedule): string => (schedule.length === 0 ? 'calm' : scheduleBadge(schedule));

/** Whether these may be the letters of some schedule. */
export const looksLikeBadge = (text: string): boolean => /^[b-df-hjkmnp-tv-z]{5}$/.test(text);

/** A schedule as it is shown: how much went wrong, five letters to read aloud, and the text that is its identity. */
export interface ScheduleWords {
  /** "calm weather", "no fault but the outage", "1 fault", "2 faults" */
  readonly weather: string;
  readonly badge: string;
  readonly text: string;
}

/** With the trace of a play it is known whether the scenario has brought an outage of its own. */
export function scheduleWords(schedule: Schedule, trace: Trace = []): ScheduleWords {
  const count = schedule.length;
  const unstruck = hasOutage(trace) ? 'no fault but the outage' : 'calm weather';
  return {
    weather: count === 0 ? unstruck : `${count} fault${count === 1 ? '' : 's'}`,
    badge: badgeOf(schedule),
    text: scheduleId(schedule),
  };
}

/** "1 fault, schedule kqwzt": some words, and the badge to read aloud unless the weather was calm. */
export function withBadge(words: string, { badge }: ScheduleWords): string {
  return badge === 'calm' ? words : `${words}, schedule ${badge}`;
}

/** What the exercise’s own run is called, by its schedule’s text and what the play shows of the weather. */
export function runHeading(schedule: string, trace: Trace): string {
  return schedule === 'calm' && !hasOutage(trace) ? 'Your run, in calm weather' : 'Your run';
}
