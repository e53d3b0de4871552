// Wrong: a wider pattern does no harm; it only brings a few messages more.
// Fails slips-for-whole-orders: its queue is bound to order.#
import type { Platform } from 'lab';
import { slips } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.#', { queue: 'stock' }, async ({ orderId }: { orderId: string }, { topic }) => {
    const what = topic.split('.')[1]!;
    await database.insert(slips, { orderId, what }, { onConflict: 'do nothing' });
  });
}
