import type { Platform } from 'lab';

type OrderPlaced = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('order.placed', { queue: 'confirmation' }, async ({ orderId, email }: OrderPlaced) => {
    await mail.send({ to: email, subject: 'Your order', text: `Order ${orderId} is placed.` });
  });
}
