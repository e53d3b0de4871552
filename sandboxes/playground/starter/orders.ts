import type { Platform } from 'lab';
import { type OrderCreated, orders, outbox } from './schema.ts';
import { pollMs } from './settings.ts';

export default function start({ app, broker, database, replicas }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as { email: string; total: number };
    const orderId = crypto.randomUUID();
    const created: OrderCreated = { id: crypto.randomUUID(), orderId, email, total };
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email, total });
      if (pollMs > 0) await tx.insert(outbox, { id: created.id, body: created });
    });
    if (pollMs === 0) await broker.publish('order.created', created, { key: orderId });
    return { status: 201, body: { orderId } };
  });

  app.get('/orders/of/:email', async ({ params: { email } }) => {
    const [reader = database] = replicas; // a copy, where there is one, and it may be behind
    return { status: 200, body: { orders: await reader.select(orders, { email }) } };
  });
}
