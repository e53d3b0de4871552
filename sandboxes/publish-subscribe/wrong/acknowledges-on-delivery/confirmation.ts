// Wrong: to acknowledge says that a message has arrived, and it has arrived when it is delivered.
// Fails away-and-back: acknowledged on delivery, it was done with
// Fails one-fails: acknowledged on delivery, it was done with
import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  const from = { queue: 'confirmation', ack: 'on delivery' } as const;
  await broker.subscribe('order.created', from, async ({ orderId, email }: OrderCreated) => {
    await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
  });
}
