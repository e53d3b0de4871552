// Wrong: it is one database, so one transaction can write the order and its page, and nothing is ever behind.
// Fails orders-left-alone: wrote the table order_pages
import type { Platform } from 'lab';
import { orderPages, orders } from './schema.ts';

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { customer, quantity } = request.body as { customer: string; quantity: number };
    const orderId = crypto.randomUUID();
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, customer, quantity, version: 1 });
      await tx.insert(orderPages, { orderId, quantity, version: 1 });
    });
    return { status: 201, body: { orderId, version: 1 } };
  });

  app.post('/orders/:id/quantity', async ({ params: { id }, body }) => {
    const { quantity } = body as { quantity: number };
    const version = await database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id }, { lock: 'for update' });
      if (!order) return undefined;
      await tx.update(orders, { id }, { quantity, version: order.version + 1 });
      await tx.update(orderPages, { orderId: id }, { quantity, version: order.version + 1 });
      return order.version + 1;
    });
    return version === undefined ? { status: 404 } : { status: 200, body: { version } };
  });

  /** The truth, for other processes. */
  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, quantity: order.quantity, version: order.version } };
  });
}
