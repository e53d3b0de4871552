// Wrong: a fact that has an orderId is about an order, whatever it is called.
// Fails every-fact-kept: which is no fact about an order
// Fails slips-for-whole-orders: says "weighed" about Grace's order
import type { Platform } from 'lab';
import { facts } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  type Fact = { id: string; orderId?: string };
  await broker.subscribe('#', { queue: 'analytics' }, async (fact: Fact, { topic }) => {
    if (!fact.orderId) return;
    await database.insert(facts, { id: fact.id, topic, body: fact }, { onConflict: 'do nothing' });
  });
}
