// Wrong: the page has the order from orders itself, so its copy is better than anything in the list.
// Fails gives-way-to-news: the list had caught up, and the page said "placed"
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
    const orders = new Map([...listed, ...placed].map((order) => [order.orderId, order])); // the later one wins
    return { orders: [...orders.values()], cookie: JSON.stringify(placed) };
  }
}

function own(cookie: string | undefined, email: string): readonly Order[] {
  return cookie ? (JSON.parse(cookie) as Order[]).filter((order) => order.email === email) : [];
}
