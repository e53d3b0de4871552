import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email });
    await broker.publish('order.created', { id: crypto.randomUUID(), orderId });
    return { status: 201, body: { orderId } };
  });
  app.get('/orders', async () => ({ status: 200, body: { orders: await database.select(orders) } }));
}
