// Wrong: whoever takes messages needs a queue of their own, and an instance takes messages.
// Fails one-mail-each: each got a copy of order.created
// Fails away-and-back: the confirmation process never took it from there
import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  const instance = crypto.randomUUID().slice(0, 8);
  const queue = `confirmation-${instance}`;
  await broker.subscribe('order.created', { queue }, async ({ orderId, email }: OrderCreated) => {
    await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
  });
}
