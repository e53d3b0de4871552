// Wrong: a publish inside the transaction belongs to it: it is undone with the order.
// Fails no-order-without-event: and stored only at
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { orders } from './schema.ts';

type NewOrder = { email: string; total: number };

export default async function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
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
      await broker.publish(created.type, created);
    });
    return { status: 201, body: { orderId, confirmation: 'on its way' } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation: order.confirmation } };
  });

  await broker.subscribe('confirmation.sent', { queue: 'orders' }, async (event: ConfirmationSent) => {
    await database.update(orders, { id: event.orderId }, { confirmation: 'sent' });
  });
}
