// Wrong: analytics can never have too much, so it listens to everything.
// Fails every-fact-kept: which is no fact about an order
import type { Platform } from 'lab';
import { facts } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('#', { queue: 'analytics' }, async (fact: { id: string }, { topic }) => {
    await database.insert(facts, { id: fact.id, topic, body: fact }, { onConflict: 'do nothing' });
  });
}
