import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';

export default async function start({ broker, mail }: Platform) {
  // The name is a position: this group has mailed everybody up to yesterday. Where it has none yet, nobody was mailed.
  await broker.subscribe('orders', { group: 'confirmation', from: 'earliest' }, async (event: object) => {
    if (!isOrderEvent(event) || event.type !== 'order.created') return; // what cannot be read, order-list puts aside
    await mail.send({ to: event.email, subject: 'Thank you', text: `We have your order ${event.orderId}.` });
  });
}
