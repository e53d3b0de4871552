import type { Platform } from 'lab';
import { facts } from './schema.ts';

type Fact = { id: string; type: string };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('#', { queue: 'everything' }, async (fact: Fact) => {
    if (!fact.type.startsWith('order.')) return;
    await database.insert(facts, { id: fact.id, topic: fact.type, body: fact }, { onConflict: 'do update' });
  });
}
