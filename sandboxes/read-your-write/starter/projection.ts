import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

type OrderEvent = { orderId: string; quantity: number };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.*', { queue: 'projection' }, async ({ orderId, quantity }: OrderEvent) => {
    await database.insert(orderPages, { orderId, quantity }, { onConflict: 'do update' });
  });
}
