// Wrong: an event needs a time because the format says so; which one makes no difference.
// Fails told-as-a-fact: The time of a fact is that of the decision
// Fails same-fact-twice: The time of a fact is that of the decision
import type { Platform } from 'lab';
import type { ReserveStock, StockRefused, StockReserved } from './messages.ts';
import { reservations, shelves } from './schema.ts';

/** Whoever needs it exactly can look at the table. */
const SOME_TIME = '1999-01-01T00:00:00.000Z';

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async (command: ReserveStock) => {
    const answer = await database.transaction(async (tx) => {
      const [shelf] = await tx.select(shelves, { sku: command.sku }, { lock: 'for update' });
      const [given] = await tx.select(reservations, { orderId: command.orderId });
      if (given) return given.answer as StockReserved | StockRefused;

      const fact = { id: crypto.randomUUID(), occurredAt: SOME_TIME, orderId: command.orderId };
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
