import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { quantity } = request.body as { quantity: number };
    const order = await database.insert(orders, { id: crypto.randomUUID(), quantity });
    await broker.publish('order.placed', { orderId: order.id, quantity });
    return { status: 201, body: { orderId: order.id } };
  });
}
