// Wrong: the cookie comes from her browser, so what is in it is hers.
// Fails nothing-invented: it is still not hers to see
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
    const placed = (await response.json()) as Order;
    return { status: 201, body: await listWith([...inCookie(cookie), placed], email) };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: await listWith(inCookie(query.cookie), query.email!) };
  });

  async function listWith(placed: readonly Order[], email: string) {
    const listed = await replica.select(orderList, { email });
    const newest = new Map(listed.map((order) => [order.orderId, order]));
    for (const order of placed)
      if (order.version > (newest.get(order.orderId)?.version ?? 0)) newest.set(order.orderId, order);
    return { orders: [...newest.values()], cookie: JSON.stringify(placed) };
  }
}

function inCookie(cookie: string | undefined): readonly Order[] {
  return cookie ? (JSON.parse(cookie) as Order[]) : [];
}
