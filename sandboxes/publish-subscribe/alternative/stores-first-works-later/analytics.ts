import type { Platform } from 'lab';
import { facts } from './schema.ts';

/** One queue for facts about orders, one for facts about parts of them. */
export default async function start({ broker, database }: Platform) {
  const keep = async (fact: { id: string }, { topic }: { topic: string }) => {
    await database.insert(facts, { id: fact.id, topic, body: fact }, { onConflict: 'do nothing' });
  };
  await broker.subscribe('order.*', { queue: 'analytics-orders' }, keep);
  await broker.subscribe('order.*.*.#', { queue: 'analytics-parts' }, keep);
}
