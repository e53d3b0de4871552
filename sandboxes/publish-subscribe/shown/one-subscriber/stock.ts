import type { Platform } from 'lab';
import { slips } from './schema.ts';
import { layout, stockFailsFirst } from './settings.ts';

export default async function start({ broker, database }: Platform) {
  const queue = layout === 'one for both services' ? 'orders' : 'stock';
  await broker.subscribe('order.*', { queue }, async ({ orderId }: { orderId: string }, { topic, redelivered }) => {
    if (stockFailsFirst && !redelivered) throw new Error('the shelf does not answer');
    await database.insert(slips, { id: crypto.randomUUID(), orderId, topic });
  });
}
