import type { Platform } from 'lab';
import { items, orders } from './schema.ts';

/** As small as a picture needs it: it publishes after the commit, and the practice shows what that can lose. */
export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async ({ body }) => {
    const { email } = body as { email: string };
    const orderId = crypto.randomUUID();
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email });
      await tx.insert(items, { orderId, pens: 2 });
    });
    await broker.publish('order.created', { id: crypto.randomUUID(), orderId, email });
    return { status: 201, body: { orderId } };
  });
}
