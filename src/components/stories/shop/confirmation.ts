import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async ({ orderId, email }: OrderCreated) => {
    await mail.send({ to: email, subject: 'Your order', text: `Thank you. Order ${orderId} is placed.` });
  });
}
