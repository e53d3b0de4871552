import type { Platform } from 'lab';
import type { OrderPlaced } from './messages.ts';

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('send-confirmation', { queue: 'confirmation' }, async (event: OrderPlaced) => {
    await mail.send({ to: event.email, subject: 'Your order', text: `Order ${event.orderId} is placed.` });
  });
}
