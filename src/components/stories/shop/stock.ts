import type { Platform } from 'lab';
import { reservations } from './schema.ts';

type OrderCreated = { orderId: string };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.created', { queue: 'stock' }, async ({ orderId }: OrderCreated) => {
    await database.transaction(async (tx) => {
      const taken = await tx.select(reservations, { orderId }, { lock: 'for update' });
      if (taken.length === 0) await tx.insert(reservations, { orderId, pens: 2 });
    });
  });
}
