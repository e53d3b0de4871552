// Wrong: what stands in one transaction happens as one, so nobody else can come in between.
// Fails can-be-refused: does not keep others from reading
import type { Platform } from 'lab';
import type { ReserveStock, StockRefused, StockReserved } from './messages.ts';
import { reservations, shelves } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async (command: ReserveStock) => {
    const answer = await database.transaction(async (tx) => {
      const [shelf] = await tx.select(shelves, { sku: command.sku });
      const [given] = await tx.select(reservations, { orderId: command.orderId });
      if (given) return given.answer as StockReserved | StockRefused;

      const fact = { id: crypto.randomUUID(), occurredAt: new Date().toISOString(), orderId: command.orderId };
      const available = shelf?.available ?? 0;
      const decided: StockReserved | StockRefused =
        available >= command.quantity
          ? { ...fact, type: 'stock.reserved' }
          : { ...fact, type: 'stock.refused', reason: `only ${available} left` };
      if (decided.type === 'stock.reserved') {
        await tx.update(shelves, { sku: command.sku }, { available: available - command.quantity });
      }
      await tx.insert(reservations, { orderId: command.orderId, answer: decided });
      return decided;
    });
    await broker.publish(answer.type, answer); // after the decision stands, with the id it was given
  });
}
