import type { Platform } from 'lab';
import { slips } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.#', { queue: 'warehouse' }, async (fact: { orderId: string }, { topic }) => {
    const [, what, ...more] = topic.split('.');
    if (what === undefined || more.length > 0) return;
    await database.transaction(async (tx) => {
      const [known] = await tx.select(slips, { orderId: fact.orderId, what });
      if (!known) await tx.insert(slips, { orderId: fact.orderId, what }, { onConflict: 'do nothing' });
    });
  });
}
