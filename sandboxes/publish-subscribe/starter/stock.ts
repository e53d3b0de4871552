import type { Platform } from 'lab';
import { slips } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.created', { queue: 'orders' }, async ({ orderId }: { orderId: string }) => {
    await database.insert(slips, { orderId, what: 'created' }, { onConflict: 'do nothing' });
  });
}
