import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { customer, quantity } = request.body as { customer: string; quantity: number };
    const order = { id: crypto.randomUUID(), customer, quantity, version: 1 };
    await database.insert(orders, order);
    await broker.publish('order.placed', { id: crypto.randomUUID(), orderId: order.id, quantity });
    return { status: 201, body: { orderId: order.id } };
  });

  app.post('/orders/:id/quantity', async (request) => {
    const { quantity } = request.body as { quantity: number };
    const [order] = await database.select(orders, { id: request.params.id });
    if (!order) return { status: 404 };
    await database.update(orders, { id: order.id }, { quantity, version: order.version + 1 });
    await broker.publish('order.changed', { id: crypto.randomUUID(), orderId: order.id, quantity });
    return { status: 200, body: { orderId: order.id } };
  });

  /** The truth, for other processes. */
  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, quantity: order.quantity, version: order.version } };
  });
}
