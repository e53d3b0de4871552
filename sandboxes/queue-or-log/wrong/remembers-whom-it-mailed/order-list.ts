// Wrong: a table of those who were mailed keeps a replay from mailing them.
// Fails mailed-once: to it every order in the log is a new one
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { mailed, orderList } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('orders', { group: 'order-list', from: 'earliest' }, async (event: object, record) => {
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
    const [known] = await database.select(mailed, { orderId });
    if (known) return;
    await mail.send({ to: email, subject: 'Thank you', text: `We have your order ${orderId}.` });
    await database.insert(mailed, { orderId }, { onConflict: 'do nothing' });
  });
}
