import type { Platform } from 'lab';
import { orderList } from './schema.ts';

type OrderEvent = { orderId: string; email: string; pens: number; status: string; version: number };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.*', { queue: 'projection' }, async (event: OrderEvent) => {
    const { orderId, email, pens, status, version } = event;
    await database.transaction(async (tx) => {
      const [known] = await tx.select(orderList, { orderId }, { lock: 'for update' });
      if (known && known.version >= version) return; // a copy, or late
      await tx.insert(orderList, { orderId, email, pens, status, version }, { onConflict: 'do update' });
    });
  });
}
