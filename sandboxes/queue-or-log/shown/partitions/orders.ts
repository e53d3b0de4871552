import type { Platform } from 'lab';
import { key } from './settings.ts';

export default function start({ app, broker }: Platform) {
  const keyOf = (orderId: string) => (key === 'order' ? { key: orderId } : key === 'shop' ? { key: 'all' } : {});

  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const orderId = crypto.randomUUID();
    await broker.publish('orders', { type: 'order.created', orderId, email }, keyOf(orderId));
    return { status: 202, body: { orderId } };
  });

  app.post('/orders/:orderId/cancellation', async ({ params: { orderId } }) => {
    await broker.publish('orders', { type: 'order.cancelled', orderId }, keyOf(orderId));
    return { status: 202 };
  });
}
