// Wrong: versions count the changes, so the projection can count them itself.
// Fails newest-in-the-end: would have said so for ever
// Fails own-write-seen: and the page said 2 pens
// Fails answered-in-time: and the page said 2 pens
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

type OrderEvent = { orderId: string; quantity: number };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.*', { queue: 'projection' }, async ({ orderId, quantity }: OrderEvent) => {
    await database.transaction(async (tx) => {
      const [known] = await tx.select(orderPages, { orderId }, { lock: 'for update' });
      const version = (known?.version ?? 0) + 1;
      await tx.insert(orderPages, { orderId, quantity, version }, { onConflict: 'do update' });
    });
  });
}
