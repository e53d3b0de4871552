// Wrong: wait for the order, but not for ever; whoever is not in the list by then has bad luck.
// Fails own-order-at-once: with a list that did not have the order
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;
type Checkout = Pick<Order, 'orderId' | 'email' | 'pens'> & { cookie?: string };

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  app.post('/checkout', async (request) => {
    const { orderId, email, pens, cookie } = request.body as Checkout;
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    return { status: 201, body: await listWith([...expected(cookie), orderId], email) };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: await listWith(expected(query.cookie), query.email!) };
  });

  async function listWith(wanted: readonly string[], email: string) {
    const deadline = Date.now() + 60;
    for (;;) {
      const orders = await replica.select(orderList, { email });
      const missing = wanted.filter((id) => !orders.some(({ orderId }) => orderId === id));
      if (missing.length === 0 || Date.now() >= deadline) return { orders, cookie: JSON.stringify(missing) };
      await sleep(10);
    }
  }
}

function expected(cookie: string | undefined): readonly string[] {
  return cookie ? (JSON.parse(cookie) as string[]) : [];
}
