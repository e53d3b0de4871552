import type { Platform } from 'lab';
import { orders } from './schema.ts';

/** As small as a picture needs it: it publishes after the commit, and the practice shows what that can lose. */
export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async ({ body }) => {
    const { email } = body as { email: string };
    const order = await database.insert(orders, { id: crypto.randomUUID(), email });
    await broker.publish('order.created', { id: crypto.randomUUID(), orderId: order.id, email });
    return { status: 201, body: { orderId: order.id } };
  });
}
