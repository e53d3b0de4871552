import type { Platform } from 'lab';

export default function start({ app, broker }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const orderId = crypto.randomUUID();
    await broker.publish('order.created', { id: crypto.randomUUID(), orderId, email });
    return { status: 201, body: { orderId } };
  });
}
