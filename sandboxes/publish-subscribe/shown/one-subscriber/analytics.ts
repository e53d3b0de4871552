import type { Platform } from 'lab';
import { counted } from './schema.ts';
import { layout, pattern, subscribesAfterMs } from './settings.ts';

export default async function start({ broker, database }: Platform) {
  const subscribe = () =>
    broker.subscribe(pattern, { queue: queueName() }, async (fact: { id: string }, { topic }) => {
      await database.insert(counted, { id: crypto.randomUUID(), factId: fact.id, topic });
    });
  if (subscribesAfterMs > 0) setTimeout(() => void subscribe(), subscribesAfterMs);
  else await subscribe();
}

function queueName(): string {
  if (layout === 'one for both services') return 'orders';
  return layout === 'one for each instance' ? `analytics-${crypto.randomUUID().slice(0, 4)}` : 'analytics';
}
