import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  /** Whoever orders chooses the id. The same id again is the same order, and is answered with what has become of it. */
  app.post('/orders', async (request) => {
    const { orderId, email, pens } = request.body as { orderId: string; email: string; pens: number };
    const order = { id: orderId, email, pens, status: 'placed', version: 1 };
    await database.insert(orders, order, { onConflict: 'do nothing' });
    return { status: 201, body: await tell(orderId) };
  });

  app.post('/orders/:id/confirmation', async ({ params }) => {
    await database.update(orders, { id: params.id, status: 'placed' }, { status: 'confirmed', version: 2 });
    return { status: 200, body: await tell(params.id) };
  });

  /** The truth, for other processes. */
  app.get('/orders/:id', async ({ params }) => {
    const order = await read(params.id);
    return order ? { status: 200, body: order } : { status: 404 };
  });

  /** Says where the order stands, to everybody; in the same words and under the same id, however often. */
  async function tell(orderId: string) {
    const order = await read(orderId);
    if (!order) throw new Error('no such order');
    await broker.publish(`order.${order.status}`, { id: `${orderId}:${order.version}`, ...order });
    return order;
  }

  async function read(orderId: string) {
    const [order] = await database.select(orders, { id: orderId });
    if (!order) return undefined;
    const { email, pens, status, version } = order;
    return { orderId, email, pens, status, version };
  }
}
