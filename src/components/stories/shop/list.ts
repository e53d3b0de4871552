import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { listed } from './schema.ts';

type OrderCreated = { orderId: string; email: string };

/** A read model: the orders it has heard of, and it takes its time. */
export default async function start({ app, broker, database }: Platform) {
  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(listed, { orderId: params.id });
    return order ? { status: 200, body: { orderId: order.orderId, status: 'placed' } } : { status: 404 };
  });

  await broker.subscribe('order.created', { queue: 'list' }, async ({ orderId, email }: OrderCreated) => {
    await sleep(30);
    await database.insert(listed, { orderId, email }, { onConflict: 'do nothing' });
  });
}
