import type { Platform } from 'lab';
import { orders, told } from './schema.ts';

type Answer = { type: string; orderId: string };

/** Remembers each order.placed in a table, and leaves the decision's topic to tell which it was. */
export default async function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku, quantity } = request.body as { email: string; sku: string; quantity: number };
    const id = crypto.randomUUID();
    await database.insert(orders, { id, email, sku, quantity, status: 'pending' });
    await broker.send('reserve-stock', { orderId: id, sku, quantity });
    return { status: 202, body: { orderId: id } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    return order ? { status: 200, body: { status: order.status } } : { status: 404 };
  });

  await broker.subscribe('stock.refused', { queue: 'orders-refused' }, async ({ orderId }: Answer) => {
    await database.update(orders, { id: orderId }, { status: 'refused' });
  });

  await broker.subscribe('stock.reserved', { queue: 'orders-reserved' }, async ({ orderId }: Answer) => {
    const event = await database.transaction(async (tx) => {
      const [known] = await tx.select(told, { orderId });
      if (known) return known.event as object;
      const [order] = await tx.select(orders, { id: orderId }, { lock: 'for update' });
      if (!order) return undefined;
      await tx.update(orders, { id: orderId }, { status: 'placed' });
      const fact = { id: crypto.randomUUID(), occurredAt: new Date().toISOString(), orderId, email: order.email };
      await tx.insert(told, { orderId, event: fact });
      return fact;
    });
    if (event) await broker.publish('order.placed', event);
  });
}
