// Wrong: a hundred milliseconds were too little, so a whole second will do.
// Fails own-order-at-once: with a list that did not have the order
// Fails no-waiting: ms later
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;
type Checkout = Pick<Order, 'orderId' | 'email' | 'pens'> & { cookie?: string };

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  app.post('/checkout', async (request) => {
    const { orderId, email, pens } = request.body as Checkout;
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    await sleep(1_000); // measured: the list is never further behind than 800 ms
    return { status: 201, body: { orders: await listOf(email) } };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: { orders: await listOf(query.email!) } };
  });

  async function listOf(email: string) {
    return replica.select(orderList, { email });
  }
}
