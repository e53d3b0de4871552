import type { Platform } from 'lab';
import { orders } from './schema.ts';

type ConfirmationSent = { orderId: string; occurredAt: string };

export default async function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email });
    await broker.publish('order.placed', { orderId, email });
    return { status: 201, body: { orderId } };
  });

  // Support wants to see on the order when it was confirmed.
  await broker.subscribe('confirmation.sent', { queue: 'orders' }, async (event: ConfirmationSent) => {
    await database.update(orders, { id: event.orderId }, { confirmedAt: event.occurredAt });
    const [order] = await database.select(orders, { id: event.orderId });
    await broker.publish('order.updated', { orderId: event.orderId, email: order?.email });
  });
}
