// Wrong: a pause is a guess, so look again and again until the order is there.
// Fails no-waiting: a window has no upper bound
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
    return { status: 201, body: await listWith([...expected(cookie, email), { orderId, email }], email) };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: await listWith(expected(query.cookie, query.email!), query.email!) };
  });

  async function listWith(wanted: readonly Wanted[], email: string) {
    for (;;) {
      const orders = await replica.select(orderList, { email });
      const isComplete = wanted.every(({ orderId }) => orders.some((order) => order.orderId === orderId));
      if (isComplete) return { orders, cookie: JSON.stringify(wanted) };
      await sleep(20);
    }
  }
}

type Wanted = Pick<Order, 'orderId' | 'email'>;

function expected(cookie: string | undefined, email: string): readonly Wanted[] {
  return cookie ? (JSON.parse(cookie) as Wanted[]).filter((order) => order.email === email) : [];
}
