import { type Database, type Platform, table } from 'lab';
import type { Scenario } from 'lab/authoring';
import { type Setting, traceOf } from './playing.ts';

// The same tables as in the deployment of `playing.ts`: to the database, a table is its name.
export const box = table('box', { id: 'text', position: 'bigserial', v: 'integer', at: 'timestamptz?' }, { key: 'id' });
export const seats = table('seats', { row: 'integer', seat: 'text', taken: 'boolean' }, { key: ['row', 'seat'] });
export const outbox = table(
  'outbox',
  { id: 'text', position: 'bigserial', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);

type Sleep = (ms: number) => Promise<void>;
type Ask<T> = (database: Database, sleep: Sleep, platform: Platform) => Promise<T>;

/** Asks the database of one play, in simulated time, and gives the answer. */
export async function answerOf<T>(ask: Ask<T>, setting: Omit<Setting, 'play' | 'guests'> = {}): Promise<T> {
  let platform: Platform | undefined;
  let answer: Promise<T> | undefined;
  const play: Scenario['play'] = async ({ sleep }) => {
    answer = ask(platform!.database, sleep, platform!);
    await answer.catch(() => {});
  };
  const asker = (given: Platform): void => {
    platform = given;
  };
  await traceOf({ ...setting, guests: { asker }, play });
  if (!answer) throw new Error('nobody was asked');
  return answer;
}
