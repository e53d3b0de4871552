import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

type OrderEvent = { orderId: string; quantity: number; version: number };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.*', { queue: 'projection' }, async ({ orderId, quantity, version }: OrderEvent) => {
    await database.transaction(async (tx) => {
      const [known] = await tx.select(orderPages, { orderId }, { lock: 'for update' });
      if (known && known.version >= version) return; // a copy, or late
      await tx.insert(orderPages, { orderId, quantity, version }, { onConflict: 'do update' });
    });
  });
}
