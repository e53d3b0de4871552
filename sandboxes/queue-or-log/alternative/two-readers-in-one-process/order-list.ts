import type { Platform } from 'lab';
import { isOrderEvent, type OrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await reads('order-list', async (event) => {
    const { orderId } = event;
    if (event.type === 'order.cancelled') {
      await database.update(orderList, { orderId }, { status: 'cancelled' });
    } else {
      const { email, total } = event;
      await database.insert(orderList, { orderId, email, total, status: 'open' }, { onConflict: 'do nothing' });
    }
  });

  await reads('confirmation', async (event) => {
    if (event.type !== 'order.created') return;
    await mail.send({ to: event.email, subject: 'Thank you', text: `We have your order ${event.orderId}.` });
  });

  /** Two groups, two positions: what one has read is nothing to the other. */
  async function reads(group: string, handle: (event: OrderEvent) => Promise<void>) {
    await broker.subscribe('orders', { group, from: 'earliest' }, async (event: object, record) => {
      if (isOrderEvent(event)) await handle(event);
      else await broker.send('put-aside', { unreadable: event, group, record });
    });
  }
}
