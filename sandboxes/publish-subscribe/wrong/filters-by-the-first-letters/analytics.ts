// Wrong: a topic about orders is one that begins with "order", so the handler can look for itself.
// Fails every-fact-kept: its first word is "orders", not "order"
import type { Platform } from 'lab';
import { facts } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('#', { queue: 'analytics' }, async (fact: { id: string }, { topic }) => {
    if (!topic.startsWith('order')) return;
    await database.insert(facts, { id: fact.id, topic, body: fact }, { onConflict: 'do nothing' });
  });
}
