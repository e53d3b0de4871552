// Wrong: a list of topics is more exact than a pattern, and there are only these two.
// Fails slips-for-whole-orders: which order.shipped does not fit
import type { Platform } from 'lab';
import { slips } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  const topics = ['order.created', 'order.cancelled'];
  await broker.subscribe(topics, { queue: 'stock' }, async ({ orderId }: { orderId: string }, { topic }) => {
    const what = topic.split('.')[1]!;
    await database.insert(slips, { orderId, what }, { onConflict: 'do nothing' });
  });
}
