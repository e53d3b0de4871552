import type { Platform } from 'lab';
import { orders } from './schema.ts';
import { every, note, tellNoted } from './tell.ts';

export default async function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku, quantity } = request.body as { email: string; sku: string; quantity: number };
    const orderId = crypto.randomUUID();
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email, sku, quantity, status: 'pending' });
      await note(tx, 'orders', 'reserve-stock', { orderId, sku, quantity });
    });
    return { status: 202, body: { orderId } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    return order ? { status: 200, body: { status: order.status } } : { status: 404 };
  });

  await broker.subscribe('stock.*', { queue: 'orders' }, async (answer: { type: string; orderId: string }) => {
    await database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id: answer.orderId }, { lock: 'for update' });
      if (order?.status !== 'pending') return; // decided before
      const status = answer.type === 'stock.reserved' ? 'placed' : 'refused';
      await tx.update(orders, { id: order.id }, { status });
      if (status === 'placed') await note(tx, 'orders', 'order.placed', { orderId: order.id, email: order.email });
    });
  });

  every(40, () =>
    tellNoted(database, 'orders', (name, body, isCommand) =>
      isCommand ? broker.send(name, body) : broker.publish(name, body),
    ),
  );
}
