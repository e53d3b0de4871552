import type { Platform } from 'lab';
import { reservations, shelves } from './schema.ts';

type ReserveStock = { orderId: string; sku: string; quantity: number };

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async ({ orderId, sku, quantity }: ReserveStock) => {
    await database.transaction(async (tx) => {
      const [decided] = await tx.select(reservations, { orderId });
      if (decided) return;
      // As in `update … where available >= quantity`: nothing is changed when there are too few.
      const [shelf] = await tx.select(shelves, { sku, available: { gte: quantity } }, { lock: 'for update' });
      if (shelf) await tx.update(shelves, { sku }, { available: shelf.available - quantity });
      const fact = { id: crypto.randomUUID(), occurredAt: new Date().toISOString(), orderId };
      await tx.insert(reservations, { orderId, answer: { topic: shelf ? 'stock.reserved' : 'stock.refused', fact } });
    });
    const [{ answer } = { answer: undefined }] = await database.select(reservations, { orderId });
    const { topic, fact } = answer as { topic: string; fact: object };
    await broker.publish(topic, fact);
  });
}
