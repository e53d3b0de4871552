import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { customer, quantity } = request.body as { customer: string; quantity: number };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, customer, quantity, version: 1 });
    await broker.publish('order.placed', { orderId, quantity, version: 1 });
    return { status: 201, body: { orderId, version: 1 } };
  });

  app.post('/orders/:id/quantity', async (request) => {
    const { quantity } = request.body as { quantity: number };
    const [order] = await database.select(orders, { id: request.params.id });
    if (!order) return { status: 404 };
    const version = order.version + 1;
    await database.update(orders, { id: order.id }, { quantity, version });
    await broker.publish('order.changed', { orderId: order.id, quantity, version });
    return { status: 200, body: { version } };
  });
}
