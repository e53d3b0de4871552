// Wrong: what a reader throws back often enough, the broker puts aside.
// Fails unreadable-put-aside: A log hands out the same record
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('orders', { group: 'order-list', from: 'earliest' }, async (event: object, record) => {
    if (!isOrderEvent(event)) {
      throw new Error(`no order event at ${record.partition}/${record.offset}`);
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
