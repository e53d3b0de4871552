import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  const publish = (topic: string, about: object) =>
    broker.publish(topic, { id: crypto.randomUUID(), type: topic, occurredAt: new Date().toISOString(), ...about });

  app.post('/orders', async (request) => {
    const { email, sku } = request.body as { email: string; sku: string };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email, sku, status: 'created' });
    await publish('order.created', { orderId, email, sku });
    return { status: 201, body: { orderId } };
  });

  app.post('/orders/:orderId/cancellation', async ({ params: { orderId } }) => {
    await database.update(orders, { id: orderId }, { status: 'cancelled' });
    await publish('order.cancelled', { orderId });
    return { status: 202 };
  });

  app.post('/orders/:orderId/failed-payment', async ({ params: { orderId } }) => {
    await publish('order.payment.failed', { orderId });
    return { status: 202 };
  });
}
