// Wrong: only creating an order must not call; the page may ask the confirmation process whether the mail has left.
// Fails live-apart: The orders process called the confirmation process
// Fails accepted-while-down: The page must not need it
import type { Platform } from 'lab';
import type { OrderCreated } from './events.ts';
import { orders, outbox } from './schema.ts';

type NewOrder = { email: string; total: number };

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    // What others need to know, field by field. The row has more in it, and that is our business.
    const created: OrderCreated = {
      id: crypto.randomUUID(),
      type: 'order.created',
      occurredAt: new Date().toISOString(),
      orderId,
      version: 1,
      email,
      total,
    };
    await database.transaction(async (tx) => {
      await tx.insert(orders, {
        id: orderId,
        email,
        total,
        marginNote: '31 %',
        version: 1,
        confirmation: 'on its way',
      });
      await tx.insert(outbox, { id: created.id, topic: created.type, body: created });
    });
    return { status: 201, body: { orderId, confirmation: 'on its way' } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    const answer = await fetch(`http://confirmation/sent/${order.id}`);
    const { sent } = (await answer.json()) as { sent: boolean };
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation: sent ? 'sent' : 'on its way' } };
  });
}
