// Wrong: a command is sent once, so it comes once.
// Fails can-be-refused: were both reserved
// Fails same-fact-twice: were told under one id
import type { Platform } from 'lab';
import type { ReserveStock, StockRefused, StockReserved } from './messages.ts';
import { shelves } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async (command: ReserveStock) => {
    const answer = await database.transaction(async (tx) => {
      const [shelf] = await tx.select(shelves, { sku: command.sku }, { lock: 'for update' });
      const fact = { id: command.orderId + '/answer', occurredAt: new Date().toISOString(), orderId: command.orderId };
      const available = shelf?.available ?? 0;
      if (available < command.quantity) {
        const refused: StockRefused = { ...fact, type: 'stock.refused', reason: `only ${available} left` };
        return refused;
      }
      await tx.update(shelves, { sku: command.sku }, { available: available - command.quantity });
      const reserved: StockReserved = { ...fact, type: 'stock.reserved' };
      return reserved;
    });
    await broker.publish(answer.type, answer);
  });
}
