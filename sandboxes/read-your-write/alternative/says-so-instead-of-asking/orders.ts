import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { customer, quantity } = request.body as { customer: string; quantity: number };
    const state = { orderId: crypto.randomUUID(), quantity, version: 1 };
    await database.insert(orders, { id: state.orderId, customer, quantity, version: state.version });
    await broker.publish('order.placed', { id: crypto.randomUUID(), ...state });
    return { status: 201, body: { orderId: state.orderId, version: state.version } };
  });

  app.post('/orders/:id/quantity', async (request) => {
    const { quantity } = request.body as { quantity: number };
    const state = await database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id: request.params.id }, { lock: 'for update' });
      if (!order) return undefined;
      const version = order.version + 1;
      await tx.update(orders, { id: order.id }, { quantity, version });
      return { orderId: order.id, quantity, version };
    });
    if (!state) return { status: 404 };
    await broker.publish('order.changed', { id: crypto.randomUUID(), ...state });
    return { status: 200, body: { orderId: state.orderId, version: state.version } };
  });

  /** The truth, for other processes. */
  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, quantity: order.quantity, version: order.version } };
  });
}
