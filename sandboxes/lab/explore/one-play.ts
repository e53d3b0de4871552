import type { Played, PlayOptions, Program, Scenario, Schedule } from 'lab/authoring';
import { playBatch } from './batch.ts';

/** Plays one schedule of one scenario. Never rejects because of what the program does. */
export async function play(
  program: Program,
  scenario: Scenario,
  schedule: Schedule,
  options: PlayOptions = {},
): Promise<Played> {
  const [story] = await playBatch(program, scenario, [schedule], options);
  return story!.played;
}
