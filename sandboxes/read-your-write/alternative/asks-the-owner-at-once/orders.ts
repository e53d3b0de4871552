import type { Platform } from 'lab';
import { orders } from './schema.ts';

/** Two who save at once: one of them is answered 409 and tries again. */
export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { customer, quantity } = request.body as { customer: string; quantity: number };
    const { id, version } = await database.insert(orders, { id: crypto.randomUUID(), customer, quantity, version: 1 });
    await broker.publish('order.placed', { orderId: id, quantity, version });
    return { status: 201, body: { orderId: id, version } };
  });

  app.post('/orders/:id/quantity', async ({ params, body }) => {
    const { quantity } = body as { quantity: number };
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    const version = order.version + 1;
    const changed = await database.update(orders, { id: order.id, version: order.version }, { quantity, version });
    if (changed === 0) return { status: 409 };
    await broker.publish('order.changed', { orderId: order.id, quantity, version });
    return { status: 200, body: { orderId: order.id, version } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    return order ? { status: 200, body: order } : { status: 404 };
  });
}
