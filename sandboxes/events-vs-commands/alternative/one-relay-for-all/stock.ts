import type { Platform } from 'lab';
import { reservations, shelves } from './schema.ts';
import { every, note, tellNoted } from './tell.ts';

type ReserveStock = { orderId: string; sku: string; quantity: number };

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async ({ orderId, sku, quantity }: ReserveStock) => {
    await database.transaction(async (tx) => {
      const [shelf] = await tx.select(shelves, { sku }, { lock: 'for update' });
      const reserved = shelf !== undefined && shelf.available >= quantity;
      const first = await tx.insert(reservations, { orderId, reserved }, { onConflict: 'do nothing' });
      if (!first) return;
      if (reserved) await tx.update(shelves, { sku }, { available: shelf.available - quantity });
      await note(tx, 'stock', reserved ? 'stock.reserved' : 'stock.refused', { orderId });
    });
  });

  every(40, () => tellNoted(database, 'stock', (name, body) => broker.publish(name, body)));
}
