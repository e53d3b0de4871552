// Wrong: a mail that fails must not hold up the others, so the handler catches it and goes on.
// Fails one-fails: and acknowledged it at
import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async ({ orderId, email }: OrderCreated) => {
    try {
      await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
    } catch (error) {
      console.error(`No mail about ${orderId}`, error);
    }
  });
}
