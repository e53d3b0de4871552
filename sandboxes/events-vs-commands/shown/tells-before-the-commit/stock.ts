import type { Platform } from 'lab';
import type { ReserveStock, StockRefused, StockReserved } from './messages.ts';
import { reservations, shelves } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async (command: ReserveStock) => {
    await database.transaction(async (tx) => {
      const [shelf] = await tx.select(shelves, { sku: command.sku }, { lock: 'for update' });
      const [given] = await tx.select(reservations, { orderId: command.orderId });
      if (given) return;

      const available = shelf?.available ?? 0;
      const fact = { id: crypto.randomUUID(), occurredAt: new Date().toISOString(), orderId: command.orderId };
      const answer: StockReserved | StockRefused =
        available >= command.quantity
          ? { ...fact, type: 'stock.reserved' }
          : { ...fact, type: 'stock.refused', reason: `only ${available} left` };
      if (answer.type === 'stock.reserved') {
        await tx.update(shelves, { sku: command.sku }, { available: available - command.quantity });
      }
      await tx.insert(reservations, { orderId: command.orderId, answer });
      await broker.publish(answer.type, answer);
    });
  });
}
