import type { Platform } from 'lab';
import { orders } from './schema.ts';

// Three routes by three colleagues, each with an opinion on when to publish.

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const order = { id: crypto.randomUUID(), email, status: 'placed', version: 1 };
    await database.insert(orders, order);
    await broker.publish('order.placed', fact(order)); // once it is stored
    return { status: 201, body: { orderId: order.id } };
  });

  app.post('/orders/:id/payment', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    if (order.status !== 'placed') return { status: 409 };
    const paid = { ...order, status: 'paid', version: order.version + 1 };
    await broker.publish('order.paid', fact(paid)); // first, so that it cannot be forgotten
    await database.update(orders, { id: order.id, version: order.version }, paid);
    return { status: 200 };
  });

  app.post('/orders/:id/cancellation', ({ params }) =>
    database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id: params.id }, { lock: 'for update' });
      if (!order) return { status: 404 };
      if (order.status === 'cancelled') return { status: 409 };
      const cancelled = { ...order, status: 'cancelled', version: order.version + 1 };
      await tx.update(orders, { id: order.id }, cancelled);
      await broker.publish('order.cancelled', fact(cancelled)); // in the transaction, so that both happen or none
      return { status: 200 };
    }),
  );
}

const fact = (order: { id: string; email: string; status: string; version: number }) => ({
  id: crypto.randomUUID(),
  type: `order.${order.status}`,
  occurredAt: new Date().toISOString(),
  orderId: order.id,
  version: order.version,
  email: order.email,
});
