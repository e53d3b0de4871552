// Wrong: support only has to know which record it was.
// Fails unreadable-put-aside: leaves out what it says
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('orders', { group: 'order-list', from: 'earliest' }, async (event: { id?: string }) => {
    if (!isOrderEvent(event)) {
      await broker.send('put-aside', { note: `could not read ${event.id}` });
      return;
    }
    const { orderId } = event;
    if (event.type === 'order.cancelled') {
      await database.update(orderList, { orderId }, { status: 'cancelled' });
    } else {
      const { email, total } = event;
      await database.insert(orderList, { orderId, email, total, status: 'open' }, { onConflict: 'do nothing' });
    }
  });
}
