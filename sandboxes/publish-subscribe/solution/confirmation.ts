import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  // One queue for the service: both instances take from it, and each message goes to one of them.
  await broker.subscribe('order.created', { queue: 'confirmation' }, async ({ orderId, email }: OrderCreated) => {
    await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
  });
}
