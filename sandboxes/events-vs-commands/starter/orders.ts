import type { Platform } from 'lab';
import { orders } from './schema.ts';

type NewOrder = { email: string; sku: string; quantity: number };

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku, quantity } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email, sku, quantity, status: 'placed' });

    // Two "events". Which of them has happened?
    await broker.publish('stock.reserved', { orderId, sku, quantity });
    await broker.publish('send-confirmation', { id: crypto.randomUUID(), to: email, orderId });
    return { status: 201, body: { orderId, status: 'placed' } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    return order ? { status: 200, body: { orderId: order.id, status: order.status } } : { status: 404 };
  });
}
