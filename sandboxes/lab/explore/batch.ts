import type { Played, PlayOptions, Program, Scenario, Schedule } from 'lab/authoring';
import { restoreBuiltins } from './builtins.ts';
import { hop } from './hop.ts';
import { Play } from './play.ts';
import { hearRejections } from './rejections.ts';

/** A play that has ended, and by which schedule. */
export interface Story {
  readonly schedule: Schedule;
  readonly played: Played;
}

/** How many plays advance side by side: more are slower again, because what they hold falls out of the processor's caches. */
export const USUAL_BATCH = 64;

/** Only one batch at a time in this realm: a rejection that nobody awaits must belong to one of its plays. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Plays these schedules side by side, in one batch, and gives their stories in the same order. Each play takes one step,
 * then one hop lets the microtasks of all of them run out: sound, and much faster than a hop for every event of every play.
 */
export function playBatch(
  program: Program,
  scenario: Scenario,
  schedules: readonly Schedule[],
  options: PlayOptions = {},
): Promise<Story[]> {
  const mine = turn.then(() => played(program, scenario, schedules, options));
  turn = mine.catch(() => {});
  return mine;
}

async function played(
  program: Program,
  scenario: Scenario,
  schedules: readonly Schedule[],
  options: PlayOptions,
): Promise<Story[]> {
  const make = (schedule: Schedule) => () => new Play(program, scenario, schedule, options);
  if (schedules.length > 1) {
    const together = await runOut(schedules.map(make));
    // In a crowd nobody can say whose rejection went unhandled, or who changed an object that all share. Alone, it is theirs.
    if (together.kind === 'undisturbed') return together.stories;
  }
  const stories: Story[] = [];
  for (const schedule of schedules) stories.push(...(await runOut([make(schedule)])).stories);
  return stories;
}

type Ran = { readonly kind: 'undisturbed' | 'disturbed'; readonly stories: Story[] };

async function runOut(make: readonly (() => Play)[]): Promise<Ran> {
  let isDisturbed = false;
  let alone: Play | undefined;
  const stopHearing = hearRejections((reason) => {
    isDisturbed = true;
    alone?.world.stepping?.crash('unhandled error', reason);
  });
  try {
    const plays = make.map((one) => one());
    if (plays.length === 1) alone = plays[0];
    let active = plays;
    await hop();
    while (active.length > 0 && (alone || !isDisturbed)) {
      let hasEnded = false;
      for (let i = 0; i < active.length; i++) {
        active[i]!.step();
        if (active[i]!.isOver) hasEnded = true;
      }
      await hop();
      if (hasEnded || active.some((play) => play.isOver)) active = active.filter((play) => !play.isOver);
    }
    const stories = plays.map(({ schedule, played }) => ({ schedule, played }));
    const wasSpoiled = restoreBuiltins();
    return { kind: isDisturbed || wasSpoiled ? 'disturbed' : 'undisturbed', stories };
  } finally {
    stopHearing();
  }
}
