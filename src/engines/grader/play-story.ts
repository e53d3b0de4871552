import { type Check, type Played, play, type Scenario, type Schedule, scheduleId } from 'lab/authoring';
import type { Story } from '#timeline/story.ts';
import type { Ending } from '../engine.ts';
import type { Doing } from './doing.ts';
import type { Grading } from './grade.ts';
import { storyOf } from './story-of.ts';

export interface ToldPlay {
  readonly played: Played;
  readonly story: Story;
  /** `done`, or what kept the program from being played to its end. */
  readonly ending: Ending;
}

/** One play with source positions, as a story for the page. */
export async function playStory(
  grading: Grading,
  scenario: Scenario,
  schedule: Schedule,
  check?: Check,
): Promise<ToldPlay> {
  const { exercise, program, pace } = grading;
  const doing: Doing = {
    kind: 'playing',
    batch: [{ scenario: scenario.id, schedule: scheduleId(schedule) }],
    checks: check ? [check.id] : [],
  };
  grading.doing(doing);
  const told = pace.kind === 'closely' ? { onStep: stepTeller(grading, doing) } : {};
  const played = await play(program, scenario, schedule, { positions: true, ...told });
  return { played, story: storyOf(exercise, scenario, schedule, played, check), ending: endingOf(played) };
}

/** For the lab's `onStep`: names the process whose code is about to run. */
export function stepTeller(grading: Pick<Grading, 'doing'>, doing: Extract<Doing, { readonly kind: 'playing' }>) {
  return (step: { readonly process: string; readonly schedule: Schedule; readonly atMs: number }): void => {
    grading.doing({ ...doing, step: { process: step.process, schedule: scheduleId(step.schedule), atMs: step.atMs } });
  };
}

function endingOf(played: Played): Ending {
  const thrown = firstThrow(played);
  if (thrown) return { kind: 'error', ...thrown };
  if (played.ended === 'returned') return { kind: 'done' };
  // Who asks for ever more has asked for it last.
  const place = played.ended === 'too many events' ? [...played.places.values()].at(-1) : undefined;
  return {
    kind: 'error',
    because: played.because ?? `The play did not come to its end: ${played.ended}.`,
    ...(place ? { place } : {}),
  };
}

/** The first error that ended a process, with its line when that is known. */
export function firstThrow({
  trace,
  places,
}: Played): { readonly because: string; readonly place?: Story['places'][number][1] } | undefined {
  for (const entry of trace) {
    if (entry.kind !== 'crashed' || (entry.because !== 'did not start' && entry.because !== 'unhandled error'))
      continue;
    const place = places.get(entry.seq);
    const what = entry.because === 'did not start' ? 'did not start' : 'died of an error that nobody caught';
    return {
      because: `The ${entry.process} process ${what}: ${entry.error ?? 'nothing is known of it'}`,
      ...(place ? { place } : {}),
    };
  }
  return undefined;
}
