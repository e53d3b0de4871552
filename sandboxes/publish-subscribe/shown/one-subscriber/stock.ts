import type { Platform } from 'lab';
import { slips } from './schema.ts';
import { layout } from './settings.ts';

export default async function start({ broker, database }: Platform) {
  const queue = layout === 'one for both services' ? 'orders' : 'stock';
  await broker.subscribe('order.*', { queue }, async ({ orderId }: { orderId: string }, { topic }) => {
    await database.insert(slips, { id: crypto.randomUUID(), orderId, topic });
  });
}
