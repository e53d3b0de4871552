import type { Platform } from 'lab';
import { orderList } from './schema.ts';

type OrderCreated = { type: 'order.created'; orderId: string; version: number; email: string; total: number };
type OrderCancelled = { type: 'order.cancelled'; orderId: string; version: number };

/** Until yesterday this reader only sent the mails. Since today it keeps the list as well. */
export default async function start({ broker, database, mail }: Platform) {
  const place = { group: 'confirmation', commit: 'on delivery' } as const;
  await broker.subscribe('orders', place, async (event: OrderCreated | OrderCancelled) => {
    const { orderId } = event;
    if (event.type === 'order.cancelled') {
      await database.update(orderList, { orderId }, { status: 'cancelled' });
      return;
    }
    const { email, total } = event;
    await mail.send({ to: email, subject: 'Thank you', text: `We have your order ${orderId}.` });
    await database.insert(orderList, { orderId, email, total, status: 'open' }, { onConflict: 'do nothing' });
  });
}
