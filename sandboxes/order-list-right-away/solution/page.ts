// How this works:
//
// 1. The answer to the write is the order. So the page has it in hand, and need not find it anywhere.
// 2. What the list does not know yet travels in the cookie. A page that has crashed, or is another instance, forgets nothing.
// 3. Of the two, the list and the cookie, the newer version is shown. So the order is there once, gives way to news, and
//    never goes back. What the list has is dropped from the cookie.
// 4. Without an answer from `orders` nothing is known, and nothing is said. The browser sends the same id again.

import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  app.post('/checkout', async (request) => {
    const { orderId, email, pens, cookie } = request.body as Pick<Order, 'orderId' | 'email' | 'pens'> & Kept;
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    const placed = (await response.json()) as Order;
    return { status: 201, body: await listOf(email, [...inHand(cookie), placed]) };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: await listOf(query.email!, inHand(query.cookie)) };
  });

  async function listOf(email: string, inHand: readonly Order[]) {
    const listed = await replica.select(orderList, { email });
    const newest = new Map(listed.map((order) => [order.orderId, order]));
    for (const order of inHand) {
      if (order.email !== email) continue; // somebody else used this browser
      const version = newest.get(order.orderId)?.version ?? 0;
      if (order.version > version) newest.set(order.orderId, order);
    }
    const orders = [...newest.values()];
    const notListed = orders.filter((order) => !listed.includes(order));
    return { orders, cookie: JSON.stringify(notListed) };
  }
}

type Kept = { cookie?: string };

function inHand(cookie: string | undefined): readonly Order[] {
  return cookie ? (JSON.parse(cookie) as Order[]) : [];
}
