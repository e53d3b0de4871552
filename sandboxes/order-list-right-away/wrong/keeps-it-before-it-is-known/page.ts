// Wrong: put the order into the cookie first, so that nothing that happens later can lose it.
// Fails nothing-invented: that did not exist
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;
type Checkout = Pick<Order, 'orderId' | 'email' | 'pens'> & { cookie?: string };

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  app.post('/checkout', async (request) => {
    const { orderId, email, pens, cookie } = request.body as Checkout;
    const kept = [...own(cookie, email), { orderId, email, pens, status: 'placed', version: 1 }];
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    }).catch(() => undefined);
    if (!response?.ok) return { status: 503, body: { cookie: JSON.stringify(kept) } };
    return { status: 201, body: await listWith([...kept, (await response.json()) as Order], email) };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: await listWith(own(query.cookie, query.email!), query.email!) };
  });

  async function listWith(placed: readonly Order[], email: string) {
    const listed = await replica.select(orderList, { email });
    const newest = new Map(listed.map((order) => [order.orderId, order]));
    for (const order of placed)
      if (order.version > (newest.get(order.orderId)?.version ?? 0)) newest.set(order.orderId, order);
    return { orders: [...newest.values()], cookie: JSON.stringify(placed) };
  }
}

function own(cookie: string | undefined, email: string): readonly Order[] {
  return cookie ? (JSON.parse(cookie) as Order[]).filter((order) => order.email === email) : [];
}
