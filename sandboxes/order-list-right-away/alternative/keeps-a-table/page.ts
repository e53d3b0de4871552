// Nothing is left with the browser. What orders has answered goes into a table of the page's own, in the database itself and
// not the replica, where every instance finds it; and so does whatever browser she uses next.

import type { Platform, Row } from 'lab';
import { justPlaced, orderList } from './schema.ts';

type Order = Row<typeof orderList>;

export default function start({ app, database, replicas }: Platform) {
  const [replica] = replicas;

  app.post('/checkout', async (request) => {
    const { orderId, email, pens } = request.body as Order;
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    const { status, version } = (await response.json()) as Order;
    await database.insert(justPlaced, { orderId, email, pens, status, version }, { onConflict: 'do nothing' });
    return { status: 201, body: { orders: await ordersOf(email) } };
  });

  app.get('/my-orders', async ({ query }) => ({ status: 200, body: { orders: await ordersOf(query.email!) } }));

  async function ordersOf(email: string): Promise<readonly Order[]> {
    // First the one, then the other: what leaves the table in between is in the list.
    const placed = await database.select(justPlaced, { email }, { orderBy: 'version' });
    const listed = await replica!.select(orderList, { email });
    const orders = new Map([...placed, ...listed].map((order) => [order.orderId, order]));
    for (const order of placed)
      if (order.version > orders.get(order.orderId)!.version) orders.set(order.orderId, order);
    return [...orders.values()];
  }
}
