// Wrong: old customers have had their mail, so the mailing begins with what comes next.
// Fails unreadable-put-aside: did not come to committing its offset
// Fails mailed-once: Only the group order-list read that record
import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('orders', { group: 'confirmation', from: 'latest' }, async (event: object) => {
    if (!isOrderEvent(event) || event.type !== 'order.created') return; // what cannot be read, order-list puts aside
    await mail.send({ to: event.email, subject: 'Thank you', text: `We have your order ${event.orderId}.` });
  });
}
