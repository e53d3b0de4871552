// Wrong: an offset says what was read, so it is committed when the record is read.
// Fails list-follows-the-log: its offset had been committed before the work was done
// Fails unreadable-put-aside: its offset had been committed before the work was done
// Fails old-orders-listed: its offset had been committed before the work was done
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  const place = { group: 'order-list', from: 'earliest', commit: 'on delivery' } as const;
  await broker.subscribe('orders', place, async (event: object, record) => {
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
