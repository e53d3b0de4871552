// Wrong: both read the same log, so they are one group.
// Fails list-follows-the-log: the order-list process never read it
// Fails unreadable-put-aside: in the order-list process
// Fails old-orders-listed: the order-list process never read it
// Fails mailed-once: in the order-list process
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('orders', { group: 'confirmation', from: 'earliest' }, async (event: object, record) => {
    if (!isOrderEvent(event)) {
      // A log gives up on nothing: to throw here would stop this partition for good.
      await broker.send('put-aside', { unreadable: event, record });
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
