// Wrong: analytics runs once, so no other instance can come into the way of a queue with a random name.
// Fails away-and-back: the analytics process never took it from there
// Fails one-fails: was never taken from there again
import type { Platform } from 'lab';
import { facts } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  const queue = `analytics-${crypto.randomUUID().slice(0, 8)}`;
  await broker.subscribe('order.#', { queue }, async (fact: { id: string }, { topic }) => {
    await database.insert(facts, { id: fact.id, topic, body: fact }, { onConflict: 'do nothing' });
  });
}
