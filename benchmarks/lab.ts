/** Plays, events and trace entries a second: how fast the lab plays the practice's solution in Node. `node benchmarks/lab.ts` */
import { readdirSync, readFileSync } from 'node:fs';
import { playBatch } from 'lab/authoring';
import { compile } from 'lab/compile';
import exercise from '../sandboxes/decouple-confirmation/exercise.ts';

const folder = new URL('../sandboxes/decouple-confirmation/solution/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const program = compile(new Map(files.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])));
const { scenario } = exercise.checks.find(({ id }) => id === 'no-order-without-event')!;

const ROUNDS = 7;
const PLAYS = 3_000;

interface Round {
  readonly plays: number;
  readonly events: number;
  readonly entries: number;
}

console.log(`batch  plays/s  events/s  entries/s  (medians of ${ROUNDS} rounds of ${PLAYS} calm plays)`);
for (const batch of [1, 32, 64, 500]) {
  await round(batch, PLAYS / 3); // warm
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round(batch, PLAYS));
  const shown = (['plays', 'events', 'entries'] as const).map((what) =>
    Math.round(median(rounds.map((one) => one[what]))),
  );
  console.log(
    `${String(batch).padStart(5)}  ${shown[0]!.toString().padStart(7)}  ${shown[1]!.toString().padStart(8)}  ${shown[2]!.toString().padStart(9)}`,
  );
}

/** Each number a second. */
async function round(batch: number, plays: number): Promise<Round> {
  let events = 0;
  let entries = 0;
  const began = performance.now();
  for (let from = 0; from < plays; from += batch) {
    const calm = Array.from({ length: Math.min(batch, plays - from) }, () => []);
    for (const { played } of await playBatch(program, scenario, calm)) {
      events += played.events;
      entries += played.trace.length;
    }
  }
  const seconds = (performance.now() - began) / 1_000;
  return { plays: plays / seconds, events: events / seconds, entries: entries / seconds };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
