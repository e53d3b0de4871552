import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderList } from './schema.ts';

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  // A browser brings along the cookie of the last answer that had one, as text: here in the body, below in the query.
  app.post('/checkout', async (request) => {
    const { orderId, email, pens } = request.body as { orderId: string; email: string; pens: number; cookie?: string };
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    await sleep(100); // the list is never further behind than 30 ms
    return { status: 201, body: { orders: await listOf(email) } };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: { orders: await listOf(query.email!) } };
  });

  async function listOf(email: string) {
    return replica.select(orderList, { email });
  }
}
