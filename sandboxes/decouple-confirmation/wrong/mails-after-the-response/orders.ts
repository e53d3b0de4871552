// Wrong: what runs after the response no longer concerns the order.
// Over: starter
// Fails live-apart: sent the mail to Ada itself
// Fails accepted-while-down: the orders process sent it
// Fails second-subscriber: nothing about it was published
// Fails event-is-a-fact: No order.created was published
// Fails no-order-without-event: nobody was ever told
// Fails confirmed-once: nobody was told
// Fails page-tells-the-truth: still said "on its way"
import type { Platform } from 'lab';
import { sendConfirmation } from './confirmation.ts';
import { orders } from './schema.ts';

type NewOrder = { email: string; total: number };

export default function start({ app, database, mail }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const order = await database.insert(orders, {
      id: crypto.randomUUID(),
      email,
      total,
      marginNote: '31 %',
      version: 1,
      confirmation: 'on its way',
    });
    // Later, when the customer has been answered.
    setTimeout(() => confirm(order), 10);
    return { status: 201, body: { orderId: order.id } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation: order.confirmation } };
  });

  async function confirm(order: { id: string; email: string; total: number }) {
    await sendConfirmation(mail, order);
    await database.update(orders, { id: order.id }, { confirmation: 'sent' });
  }
}
