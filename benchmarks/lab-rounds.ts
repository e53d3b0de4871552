import { playBatch } from 'lab/authoring';
import { compile } from 'lab/compile';
import exercise from '../sandboxes/decouple-confirmation/exercise.ts';
import { median } from './median.ts';

/** What one batch size reached, a second: medians of several rounds of calm plays. */
export interface Reached {
  readonly batch: number;
  readonly plays: number;
  readonly events: number;
  readonly entries: number;
}

export const ROUNDS = 7;
export const PLAYS = 3_000;

const { scenario } = exercise.checks.find(({ id }) => id === 'no-order-without-event')!;

/** Plays the practice's solution in calm weather. `now` is real time in milliseconds; `begin` is called before the first play. */
export async function labRounds(
  files: ReadonlyMap<string, string>,
  now: () => number,
  begin: () => void = () => {},
): Promise<Reached[]> {
  const program = compile(files);
  begin();
  const reached: Reached[] = [];
  for (const batch of [1, 32, 64, 500]) {
    for (let i = 0; i < 3; i++) await round(batch, PLAYS); // warm
    const rounds: Reached[] = [];
    for (let i = 0; i < ROUNDS; i++) rounds.push(await round(batch, PLAYS));
    const of = (what: keyof Reached) => Math.round(median(rounds.map((one) => one[what])));
    reached.push({ batch, plays: of('plays'), events: of('events'), entries: of('entries') });
  }
  return reached;

  async function round(batch: number, plays: number): Promise<Reached> {
    let events = 0;
    let entries = 0;
    const began = now();
    for (let from = 0; from < plays; from += batch) {
      const calm = Array.from({ length: Math.min(batch, plays - from) }, () => []);
      for (const { played } of await playBatch(program, scenario, calm)) {
        events += played.events;
        entries += played.trace.length;
      }
    }
    const seconds = (now() - began) / 1_000;
    return { batch, plays: plays / seconds, events: events / seconds, entries: entries / seconds };
  }
}
