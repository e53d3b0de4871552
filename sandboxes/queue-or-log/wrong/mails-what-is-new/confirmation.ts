// Wrong: whoever ordered before this process started has had a mail.
// Fails unreadable-put-aside: to the log it is done
// Fails mailed-once: never mailed
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';

export default async function start({ broker, mail }: Platform) {
  const startedAt = Date.now();
  await broker.subscribe('orders', { group: 'mailer', from: 'earliest' }, async (event: object) => {
    if (!isOrderEvent(event) || event.type !== 'order.created') return; // what cannot be read, order-list puts aside
    if (Date.parse(event.occurredAt) < startedAt) return; // they had their mail long ago
    await mail.send({ to: event.email, subject: 'Thank you', text: `We have your order ${event.orderId}.` });
  });
}
