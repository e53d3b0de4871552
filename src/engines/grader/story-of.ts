import { type Exercise, type Played, type Scenario, type Schedule, scheduleId, windows } from 'lab/authoring';
import type { Story } from '#timeline/story.ts';

/** One play as plain data for the page. */
export function storyOf(
  exercise: Exercise,
  scenario: Scenario,
  schedule: Schedule,
  played: Played,
  judged?: { readonly check: string; readonly evidence: readonly number[] },
): Story {
  const { trace } = played;
  const shaded = exercise.window ? windows(trace, exercise.window.opens, exercise.window.closes) : [];
  return {
    exercise: exercise.id,
    scenario: scenario.id,
    ...(judged ? { check: judged.check } : {}),
    schedule: scheduleId(schedule),
    trace,
    evidence: judged?.evidence ?? [],
    windows: shaded.map(({ key, opens, closes }) => ({
      key,
      opens: opens.seq,
      ...(closes ? { closes: closes.seq } : {}),
    })),
    reached: [...played.reached],
    unreached: played.unreached,
    places: [],
    ended: 'returned',
  };
}
