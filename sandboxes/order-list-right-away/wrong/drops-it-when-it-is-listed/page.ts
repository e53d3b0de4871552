// Wrong: once the list has the order, the list knows best.
// Fails gives-way-to-news: back in time
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
    return { status: 201, body: await listWith([...own(cookie, email), placed], email) };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: await listWith(own(query.cookie, query.email!), query.email!) };
  });

  async function listWith(placed: readonly Order[], email: string) {
    const listed = await replica.select(orderList, { email });
    const isListed = (id: string) => listed.some(({ orderId }) => orderId === id);
    const missing = new Map(placed.filter(({ orderId }) => !isListed(orderId)).map((order) => [order.orderId, order]));
    return { orders: [...listed, ...missing.values()], cookie: JSON.stringify([...missing.values()]) };
  }
}

function own(cookie: string | undefined, email: string): readonly Order[] {
  return cookie ? (JSON.parse(cookie) as Order[]).filter((order) => order.email === email) : [];
}
