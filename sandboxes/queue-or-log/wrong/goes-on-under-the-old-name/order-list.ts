// Wrong: whoever asks for the earliest gets the earliest.
// Fails old-orders-listed: the order-list process never read it
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('orders', { group: 'confirmation', from: 'earliest' }, async (event: object, record) => {
    if (!isOrderEvent(event)) {
      await broker.send('put-aside', { unreadable: event, record });
      return;
    }
    const { orderId } = event;
    if (event.type === 'order.cancelled') {
      await database.update(orderList, { orderId }, { status: 'cancelled' });
      return;
    }
    const { email, total } = event;
    await database.insert(orderList, { orderId, email, total, status: 'open' }, { onConflict: 'do nothing' });
    await mail.send({ to: email, subject: 'Thank you', text: `We have your order ${orderId}.` });
  });
}
