// Wrong: a reader leaves alone what it does not understand.
// Fails unreadable-put-aside: somebody has to see
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('orders', { group: 'order-list', from: 'earliest' }, async (event: object) => {
    if (!isOrderEvent(event)) return;
    const { orderId } = event;
    if (event.type === 'order.cancelled') {
      await database.update(orderList, { orderId }, { status: 'cancelled' });
    } else {
      const { email, total } = event;
      await database.insert(orderList, { orderId, email, total, status: 'open' }, { onConflict: 'do nothing' });
    }
  });
}
