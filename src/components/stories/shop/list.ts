import type { Platform } from 'lab';
import { listed } from './schema.ts';

type OrderCreated = { orderId: string; email: string };

/** A read model: a customer's orders, as far as it has heard of them. */
export default async function start({ app, broker, database }: Platform) {
  app.get('/orders/:email', async ({ params }) => {
    const orders = await database.select(listed, { email: params.email });
    return { status: 200, body: { orders: orders.length } };
  });

  await broker.subscribe('order.created', { queue: 'list' }, async ({ orderId, email }: OrderCreated) => {
    await database.insert(listed, { orderId, email }, { onConflict: 'do nothing' });
  });
}
