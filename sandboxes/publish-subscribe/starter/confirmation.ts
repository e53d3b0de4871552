import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  const queue = `confirmation-${crypto.randomUUID().slice(0, 8)}`; // there are two instances
  await broker.subscribe('order.created', { queue }, async ({ orderId, email }: OrderCreated) => {
    await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
  });
}
