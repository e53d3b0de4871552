import type { Transaction } from 'lab';
import type { ReserveStock, StockRefused, StockReserved } from './messages.ts';
import { reservations, shelves } from './schema.ts';

/** Takes from the shelf or refuses, and keeps the answer. */
export async function decided(
  tx: Transaction,
  { orderId, sku, quantity }: ReserveStock,
): Promise<StockReserved | StockRefused | undefined> {
  const [shelf] = await tx.select(shelves, { sku }, { lock: 'for update' });
  const [given] = await tx.select(reservations, { orderId });
  if (given) return undefined;

  const available = shelf?.available ?? 0;
  const fact = { id: crypto.randomUUID(), occurredAt: new Date().toISOString(), orderId };
  const answer: StockReserved | StockRefused =
    available >= quantity
      ? { ...fact, type: 'stock.reserved' }
      : { ...fact, type: 'stock.refused', reason: `only ${available} left` };
  if (answer.type === 'stock.reserved') await tx.update(shelves, { sku }, { available: available - quantity });
  await tx.insert(reservations, { orderId, answer });
  return answer;
}
