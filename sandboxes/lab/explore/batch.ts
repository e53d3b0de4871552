import type { Cue, Played, PlayOptions, Program, Scenario, Schedule } from 'lab/authoring';
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

/** Plays one scenario under these schedules side by side, and gives their stories in the same order. */
export function playBatch(
  program: Program,
  scenario: Scenario,
  schedules: readonly Schedule[],
  options: PlayOptions = {},
): Promise<Story[]> {
  return playCues(
    program,
    schedules.map((schedule) => ({ scenario, schedule })),
    options,
  );
}

/**
 * Plays all of this side by side, in one batch. Each play takes one step, then one hop lets the microtasks of all of them
 * run out: sound, and much faster than a hop for every event of every play.
 */
export function playCues(program: Program, cues: readonly Cue[], options: PlayOptions = {}): Promise<Story[]> {
  const mine = turn.then(() => played(program, cues, options));
  turn = mine.catch(() => {});
  return mine;
}

async function played(program: Program, cues: readonly Cue[], options: PlayOptions): Promise<Story[]> {
  const make = ({ scenario, schedule }: Cue) => new Play(program, scenario, schedule, options);
  if (cues.length > 1) {
    const together = await runOut(cues, make);
    // In a crowd nobody can say whose rejection went unhandled, or who changed an object that all share. Alone, it is theirs.
    if (together.kind === 'undisturbed') return together.stories;
  }
  const stories: Story[] = [];
  for (const cue of cues) stories.push(...(await runOut([cue], make)).stories);
  return stories;
}

interface Ran {
  readonly kind: 'undisturbed' | 'disturbed';
  readonly stories: Story[];
}

/** Until the language's own objects are restored, nothing here calls a method of theirs: a program may have changed any. */
async function runOut(cues: readonly Cue[], make: (cue: Cue) => Play): Promise<Ran> {
  let isDisturbed = false;
  let alone: Play | undefined;
  const stopHearing = hearRejections((reason) => {
    isDisturbed = true;
    alone?.world.stepping?.crash('unhandled error', reason);
  });
  const plays: Play[] = [];
  try {
    for (let i = 0; i < cues.length; i++) plays[i] = make(cues[i]!);
    if (plays.length === 1) alone = plays[0];
    await hop();
    let going = plays.length;
    while (going > 0 && (alone || !isDisturbed)) {
      for (let i = 0; i < plays.length; i++) plays[i]!.step();
      await hop();
      going = 0;
      for (let i = 0; i < plays.length; i++) if (!plays[i]!.isOver) going++;
    }
  } finally {
    stopHearing();
  }
  const spoiled = restoreBuiltins();
  const stories = plays.map((play) => ({ schedule: play.schedule, played: play.played(spoiled) }));
  return { kind: isDisturbed || spoiled !== undefined ? 'disturbed' : 'undisturbed', stories };
}
