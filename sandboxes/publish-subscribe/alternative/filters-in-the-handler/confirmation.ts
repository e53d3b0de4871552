import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

/** Every service is handed everything about orders, and chooses for itself. */
export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('order.#', { queue: 'confirmations', prefetch: 10 }, async (fact: OrderCreated, { topic }) => {
    if (topic !== 'order.created') return;
    await mail.send({ to: fact.email, subject: `Order ${fact.orderId}`, text: 'We have it. Thank you.' });
  });
}
