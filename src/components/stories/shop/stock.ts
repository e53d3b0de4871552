import type { Platform } from 'lab';
import { reservations } from './schema.ts';

type OrderCreated = { orderId: string };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.created', { queue: 'stock' }, async ({ orderId }: OrderCreated) => {
    await database.insert(reservations, { orderId, pens: 2 }, { onConflict: 'do nothing' });
  });
}
