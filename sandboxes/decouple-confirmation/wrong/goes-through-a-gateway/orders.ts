// Wrong: a gateway in between decouples the two that it connects.
// Over: starter
// Fails live-apart: by calls over another
// Fails accepted-while-down: never confirmed
// Fails second-subscriber: nothing about it was published
// Fails event-is-a-fact: No order.created was published
// Fails no-order-without-event: nobody was ever told
// Fails confirmed-once: nobody was told
// Fails page-tells-the-truth: still said "on its way"
import type { Platform } from 'lab';
import { orders } from './schema.ts';

type NewOrder = { email: string; total: number };

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    await database.insert(orders, {
      id: orderId,
      email,
      total,
      marginNote: '31 %',
      version: 1,
      confirmation: 'on its way',
    });
    const notified = await fetch('http://gateway/order-created', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, total }),
    });
    if (notified.ok) await database.update(orders, { id: orderId }, { confirmation: 'sent' });
    return { status: 201, body: { orderId } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation: order.confirmation } };
  });
}
