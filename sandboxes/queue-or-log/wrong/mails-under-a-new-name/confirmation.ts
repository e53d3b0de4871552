// Wrong: a process of its own needs a group of its own, named after what it does.
// Fails mailed-once: to it every order in the log is a new one
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('orders', { group: 'mailer', from: 'earliest' }, async (event: object) => {
    if (!isOrderEvent(event) || event.type !== 'order.created') return; // what cannot be read, order-list puts aside
    await mail.send({ to: event.email, subject: 'Thank you', text: `We have your order ${event.orderId}.` });
  });
}
