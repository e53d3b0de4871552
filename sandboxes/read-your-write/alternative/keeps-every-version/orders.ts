import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { customer, quantity } = request.body as { customer: string; quantity: number };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, customer, quantity, version: 0 });
    await broker.publish('order.placed', { orderId, quantity, version: 0 });
    return { status: 201, body: { orderId, version: 0 } };
  });

  app.post('/orders/:id/quantity', async (request) => {
    const { quantity } = request.body as { quantity: number };
    for (;;) {
      const [order] = await database.select(orders, { id: request.params.id });
      if (!order) return { status: 404 };
      // Numbers may have gaps: only their order counts.
      const version = order.version + 10;
      if ((await database.update(orders, { id: order.id, version: order.version }, { quantity, version })) === 0)
        continue;
      await broker.publish('order.changed', { orderId: order.id, quantity, version });
      return { status: 202, body: { version } };
    }
  });
}
