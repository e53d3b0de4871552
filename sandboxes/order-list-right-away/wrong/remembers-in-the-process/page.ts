// Wrong: the page has just placed the order, so the page remembers it.
// Fails own-order-at-once: and not that one
// Fails gives-way-to-news: back in time
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;
type Checkout = Pick<Order, 'orderId' | 'email' | 'pens'>;

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  const placedBy = new Map<string, Order[]>();

  app.post('/checkout', async (request) => {
    const { orderId, email, pens } = request.body as Checkout;
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    const placed = (await response.json()) as Order;
    placedBy.set(email, [...(placedBy.get(email) ?? []), placed]);
    return { status: 201, body: { orders: await listOf(email) } };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: { orders: await listOf(query.email!) } };
  });

  async function listOf(email: string) {
    const listed = await replica.select(orderList, { email });
    const newest = new Map(listed.map((order) => [order.orderId, order]));
    for (const order of placedBy.get(email) ?? [])
      if (order.version > (newest.get(order.orderId)?.version ?? 0)) newest.set(order.orderId, order);
    return [...newest.values()];
  }
}
