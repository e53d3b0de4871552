// The cookie names the orders that the list does not know well enough yet, and the version that was last shown. Those are
// asked for where they are known, all at once; what does not answer in time is shown as it was seen last.

import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  app.post('/checkout', async (request) => {
    const { orderId, email, pens, cookie } = request.body as Order & { cookie?: string };
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 503 };
    const placed = (await response.json()) as Order;
    return { status: 201, body: await answer(email, [...seen(cookie, email), placed]) };
  });

  app.get('/my-orders', async ({ query }) => {
    const email = query.email!;
    return { status: 200, body: await answer(email, seen(query.cookie, email)) };
  });

  async function answer(email: string, last: readonly Order[]) {
    const listed = await replica.select(orderList, { email });
    const isListed = (order: Order) =>
      listed.some(({ orderId, version }) => orderId === order.orderId && version >= order.version);
    const missing = newestOfEach(last).filter((order) => !isListed(order));
    const asked = await Promise.all(missing.map(fromOwner));
    const others = listed.filter(({ orderId }) => !asked.some((order) => order.orderId === orderId));
    return { orders: [...others, ...asked], cookie: JSON.stringify(asked) };
  }

  async function fromOwner(last: Order): Promise<Order> {
    try {
      const signal = AbortSignal.timeout(40);
      const response = await fetch(`http://orders/orders/${last.orderId}`, { signal });
      return response.ok ? ((await response.json()) as Order) : last;
    } catch {
      return last; // away, or too slow
    }
  }
}

function newestOfEach(orders: readonly Order[]): readonly Order[] {
  const newest = new Map<string, Order>();
  for (const order of orders)
    if (order.version > (newest.get(order.orderId)?.version ?? 0)) newest.set(order.orderId, order);
  return [...newest.values()];
}

function seen(cookie: string | undefined, email: string): readonly Order[] {
  const orders = cookie ? (JSON.parse(cookie) as Order[]) : [];
  return orders.filter((order) => order.email === email);
}
