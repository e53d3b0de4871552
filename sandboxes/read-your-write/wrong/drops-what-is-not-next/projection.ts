// Wrong: states must be applied in order, so what does not follow the last one is none of ours.
// Fails newest-in-the-end: the page said
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

type OrderEvent = { orderId: string; quantity: number; version: number };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.*', { queue: 'projection' }, async ({ orderId, quantity, version }: OrderEvent) => {
    await database.transaction(async (tx) => {
      const [known] = await tx.select(orderPages, { orderId }, { lock: 'for update' });
      if (version !== (known?.version ?? 0) + 1) return; // a copy, or not its turn
      await tx.insert(orderPages, { orderId, quantity, version }, { onConflict: 'do update' });
    });
  });
}
