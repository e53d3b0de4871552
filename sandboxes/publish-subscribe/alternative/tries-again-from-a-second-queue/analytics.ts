import type { Platform } from 'lab';
import { facts } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  // However many words.
  await broker.subscribe('order.#', { queue: 'analytics' }, async (fact: { id: string }, { topic }) => {
    await database.insert(facts, { id: fact.id, topic, body: fact }, { onConflict: 'do nothing' });
  });
}
