// Wrong: the list does not have her order, so add it to the list.
// Fails once-only: had that order twice
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
    const each = [...new Map(placed.map((order) => [order.orderId, order])).values()]; // a form may be sent twice
    return { orders: [...listed, ...each], cookie: JSON.stringify(each) };
  }
}

function own(cookie: string | undefined, email: string): readonly Order[] {
  return cookie ? (JSON.parse(cookie) as Order[]).filter((order) => order.email === email) : [];
}
