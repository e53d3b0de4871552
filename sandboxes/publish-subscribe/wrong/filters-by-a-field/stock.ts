import type { Platform } from 'lab';
import { slips } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('*.*', { queue: 'stock' }, async ({ orderId }: { orderId?: string }, { topic }) => {
    if (!orderId) return;
    const what = topic.split('.')[1]!;
    await database.insert(slips, { orderId, what }, { onConflict: 'do nothing' });
  });
}
