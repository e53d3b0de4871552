// Wrong: what must stay in order needs one key, so the whole shop has one.
// Fails backlog-is-shared: what has one key goes into one partition
import type { Platform } from 'lab';
import type { OrderCancelled, OrderCreated } from './events.ts';

type NewOrder = { email: string; total: number };

const SHOP = 'orders';

export default function start({ app, broker }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    await broker.send('invoices', { orderId, total });
    const created: OrderCreated = { ...fact(), type: 'order.created', orderId, version: 1, email, total };
    await broker.publish('orders', created, { key: SHOP });
    return { status: 202, body: { orderId } };
  });

  app.post('/orders/:orderId/cancellation', async ({ params: { orderId } }) => {
    const cancelled: OrderCancelled = { ...fact(), type: 'order.cancelled', orderId, version: 2 };
    await broker.publish('orders', cancelled, { key: SHOP });
    return { status: 202 };
  });
}

const fact = () => ({ id: crypto.randomUUID(), occurredAt: new Date().toISOString() });
