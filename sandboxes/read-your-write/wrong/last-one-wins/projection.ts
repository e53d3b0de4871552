// Wrong: events are applied as they come, so the last one that came is the newest.
// Fails newest-in-the-end: What came last is not always what happened last
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

type OrderEvent = { orderId: string; quantity: number; version: number };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.*', { queue: 'projection' }, async ({ orderId, quantity, version }: OrderEvent) => {
    await database.insert(orderPages, { orderId, quantity, version }, { onConflict: 'do update' });
  });
}
