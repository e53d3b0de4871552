import type { Platform } from 'lab';
import { slips } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  // One word after `order`: what happens to an order as a whole, also what nobody has thought of yet.
  await broker.subscribe('order.*', { queue: 'stock' }, async ({ orderId }: { orderId: string }, { topic }) => {
    const what = topic.split('.')[1]!;
    await database.insert(slips, { orderId, what }, { onConflict: 'do nothing' });
  });
}
