import type { Platform } from 'lab';

type OrderCreated = { id: string; orderId: string; email: string; total: number };

export default async function start({ broker, mail }: Platform) {
  // One delivery at a time: { queue: 'confirmation', prefetch: 1 }
  await broker.subscribe('order.created', { queue: 'confirmation' }, async (event: OrderCreated) => {
    await mail.send({ to: event.email, subject: 'Your order', text: `Order ${event.orderId} is placed.` });
  });
}
