import type { Platform } from 'lab';
import type { ReserveStock, StockReserved } from './messages.ts';
import { reservations, shelves } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async (command: ReserveStock) => {
    const answer = await database.transaction(async (tx) => {
      const [given] = await tx.select(reservations, { orderId: command.orderId });
      if (given) return given.answer as StockReserved;
      const [shelf] = await tx.select(shelves, { sku: command.sku }, { lock: 'for update' });
      const reserved: StockReserved = {
        id: crypto.randomUUID(),
        type: 'stock.reserved',
        occurredAt: new Date().toISOString(),
        orderId: command.orderId,
      };
      await tx.update(shelves, { sku: command.sku }, { available: (shelf?.available ?? 0) - command.quantity });
      await tx.insert(reservations, { orderId: command.orderId, answer: reserved });
      return reserved;
    });
    await broker.publish(answer.type, answer);
  });
}
