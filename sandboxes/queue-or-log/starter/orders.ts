import type { Platform } from 'lab';

type NewOrder = { email: string; total: number };

export default function start({ app, broker }: Platform) {
  const fact = (type: string, orderId: string, version: number, about: object) => ({
    id: crypto.randomUUID(),
    type,
    occurredAt: new Date().toISOString(),
    orderId,
    version,
    ...about,
  });

  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    await broker.send('invoices', { orderId, total });
    await broker.publish('orders', fact('order.created', orderId, 1, { email, total }));
    return { status: 202, body: { orderId } };
  });

  app.post('/orders/:orderId/cancellation', async ({ params: { orderId } }) => {
    await broker.publish('orders', fact('order.cancelled', orderId, 2, {}));
    return { status: 202 };
  });
}
