// Wrong: the shelf comes after the mail, so stock listens to the confirmation.
// Fails one-fails: One subscriber has waited for another
import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async ({ orderId, email }: OrderCreated) => {
    await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
    await broker.publish('confirmation.sent', { id: crypto.randomUUID(), orderId });
  });
}
