import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

type OrderEvent = { orderId: string; quantity: number; version: number };

/** The database compares: an older row is updated, a missing one inserted, a newer one left alone. */
export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.#', { queue: 'pages' }, async ({ orderId, quantity, version }: OrderEvent) => {
    const row = { orderId, quantity, version };
    if (await database.insert(orderPages, row, { onConflict: 'do nothing' })) return;
    await database.update(orderPages, { orderId, version: { lt: version } }, row);
  });
}
