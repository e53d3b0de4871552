// Wrong: an order that is not in the list after a failed call was not created, so create it.
// Fails once-only: one form, two orders
// Fails nothing-invented: under the id of her form
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;
type Checkout = Pick<Order, 'orderId' | 'email' | 'pens'> & { cookie?: string };

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  app.post('/checkout', async (request) => {
    const { orderId, email, pens, cookie } = request.body as Checkout;
    const placed = (await place({ orderId, email, pens })) ?? (await placeIfMissing({ orderId, email, pens }));
    if (!placed) return { status: 502 };
    return { status: 201, body: await listWith([...own(cookie, email), placed], email) };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: await listWith(own(query.cookie, query.email!), query.email!) };
  });

  async function place(order: Checkout): Promise<Order | undefined> {
    const body = JSON.stringify(order);
    const response = await fetch('http://orders/orders', { method: 'POST', body }).catch(() => undefined);
    return response?.ok ? ((await response.json()) as Order) : undefined;
  }

  async function placeIfMissing(order: Checkout): Promise<Order | undefined> {
    const [listed] = await replica.select(orderList, { orderId: order.orderId });
    // Under a new id: the old one may be in whatever state the failure has left it.
    return listed ?? (await place({ ...order, orderId: crypto.randomUUID() }));
  }

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
