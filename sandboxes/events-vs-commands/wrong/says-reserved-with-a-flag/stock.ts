// Wrong: one topic for the answer is enough; a field says how it went.
// Fails can-be-refused: her page said "refused", not "placed"
import type { Platform } from 'lab';
import type { ReserveStock } from './messages.ts';
import { reservations, shelves } from './schema.ts';

type Answer = { id: string; type: 'stock.reserved'; occurredAt: string; orderId: string; ok: boolean };

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async (command: ReserveStock) => {
    const answer = await database.transaction(async (tx) => {
      const [shelf] = await tx.select(shelves, { sku: command.sku }, { lock: 'for update' });
      const [given] = await tx.select(reservations, { orderId: command.orderId });
      if (given) return given.answer as Answer;

      const fact = { id: crypto.randomUUID(), occurredAt: new Date().toISOString(), orderId: command.orderId };
      const available = shelf?.available ?? 0;
      const decided: Answer =
        available >= command.quantity
          ? { ...fact, type: 'stock.reserved', ok: true }
          : { ...fact, type: 'stock.reserved', ok: false };
      if (decided.ok) {
        await tx.update(shelves, { sku: command.sku }, { available: available - command.quantity });
      }
      await tx.insert(reservations, { orderId: command.orderId, answer: decided });
      return decided;
    });
    await broker.publish(answer.type, answer); // after the decision stands, with the id it was given
  });
}
