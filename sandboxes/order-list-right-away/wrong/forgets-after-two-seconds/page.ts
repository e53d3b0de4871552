// Wrong: after two seconds the list has every order, so the cookie may go.
// Fails own-order-at-once: and not that one
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;
type Kept = Order & { until: number };
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
    const placed = { ...((await response.json()) as Order), until: Date.now() + 2_000 };
    return { status: 201, body: await listWith([...own(cookie, email), placed], email) };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: await listWith(own(query.cookie, query.email!), query.email!) };
  });

  async function listWith(placed: readonly Kept[], email: string) {
    const listed = await replica.select(orderList, { email });
    const newest = new Map(listed.map((order) => [order.orderId, order]));
    for (const order of placed)
      if (order.version > (newest.get(order.orderId)?.version ?? 0)) newest.set(order.orderId, order);
    return { orders: [...newest.values()], cookie: JSON.stringify(placed) };
  }
}

function own(cookie: string | undefined, email: string): readonly Kept[] {
  const kept = cookie ? (JSON.parse(cookie) as Kept[]) : [];
  return kept.filter((order) => order.email === email && order.until > Date.now());
}
