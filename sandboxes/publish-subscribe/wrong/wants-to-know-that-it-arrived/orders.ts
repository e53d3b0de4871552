// Wrong: a fact must reach somebody, so it is sent to a queue; then the broker says when nobody is there.
// Fails told-by-name: nobody has declared a queue called order.payment.failed
import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  const fact = (type: string, about: object) => ({
    id: crypto.randomUUID(),
    type,
    occurredAt: new Date().toISOString(),
    ...about,
  });

  app.post('/orders', async (request) => {
    const { email, sku } = request.body as { email: string; sku: string };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email, sku, status: 'created' });
    await broker.publish('order.created', fact('order.created', { orderId, email, sku }));
    return { status: 201, body: { orderId } };
  });

  app.post('/orders/:orderId/cancellation', async ({ params: { orderId } }) => {
    await database.update(orders, { id: orderId }, { status: 'cancelled' });
    await broker.publish('order.cancelled', fact('order.cancelled', { orderId }));
    return { status: 202 };
  });

  app.post('/orders/:orderId/failed-payment', async ({ params: { orderId } }) => {
    await broker.send('order.payment.failed', fact('order.payment.failed', { orderId })); // not into the void
    return { status: 202 };
  });
}
