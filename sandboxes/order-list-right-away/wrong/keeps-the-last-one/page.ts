// Wrong: somebody who orders looks at the order just placed, so one order in the cookie is enough.
// Fails own-order-at-once: and not that one
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
    const placed = (await response.json()) as Order;
    return { status: 201, body: { orders: await listWith(placed, email), cookie: JSON.stringify(placed) } };
  });

  app.get('/my-orders', async ({ query }) => {
    const placed = query.cookie ? (JSON.parse(query.cookie) as Order) : undefined;
    return { status: 200, body: { orders: await listWith(placed, query.email!) } };
  });

  async function listWith(placed: Order | undefined, email: string) {
    const listed = await replica.select(orderList, { email });
    if (placed?.email !== email) return listed;
    const known = listed.find(({ orderId }) => orderId === placed.orderId);
    if (known && known.version >= placed.version) return listed;
    return [...listed.filter((order) => order !== known), placed];
  }
}
