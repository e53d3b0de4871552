import type { Platform } from 'lab';
import { confirmations } from './schema.ts';

type OrderCreated = { orderId: string; email: string };

/** Writes the confirmation down for somebody else to send: quick enough for twelve orders in one picture. */
export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async ({ orderId, email }: OrderCreated) => {
    await database.insert(confirmations, { orderId, email }, { onConflict: 'do nothing' });
  });
}
