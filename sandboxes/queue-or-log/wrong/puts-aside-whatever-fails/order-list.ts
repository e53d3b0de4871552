// Wrong: a partition must never stop, so whatever fails is put aside.
// Fails list-follows-the-log: nothing is wrong with it
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  async function list(event: object) {
    if (!isOrderEvent(event)) throw new Error('no order event');
    const { orderId } = event;
    if (event.type === 'order.cancelled') {
      await database.update(orderList, { orderId }, { status: 'cancelled' });
    } else {
      const { email, total } = event;
      await database.insert(orderList, { orderId, email, total, status: 'open' }, { onConflict: 'do nothing' });
    }
  }

  await broker.subscribe('orders', { group: 'order-list', from: 'earliest' }, async (event: object, record) => {
    try {
      await list(event);
    } catch (error) {
      await broker.send('put-aside', { because: String(error), event, record });
    }
  });
}
