import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as { email: string; total: number };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email, total });
    await broker.publish('order.created', { id: crypto.randomUUID(), orderId, email, total });
    return { status: 201, body: { orderId } };
  });
}
