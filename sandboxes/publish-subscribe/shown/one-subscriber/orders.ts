import type { Platform } from 'lab';

export default function start({ app, broker }: Platform) {
  const publish = (topic: string, orderId: string) => broker.publish(topic, { id: crypto.randomUUID(), orderId });

  app.post('/orders', async () => {
    const orderId = crypto.randomUUID();
    await publish('order.created', orderId);
    return { status: 201, body: { orderId } };
  });
  app.post('/orders/:orderId/cancellation', async ({ params: { orderId } }) => {
    await publish('order.cancelled', orderId);
    return { status: 202 };
  });
  app.post('/orders/:orderId/failed-payment', async ({ params: { orderId } }) => {
    await publish('order.payment.failed', orderId);
    return { status: 202 };
  });
}
