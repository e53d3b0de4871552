// Wrong: what is not in the list yet cannot be shown, so after some looks the customer had better come again.
// Fails own-order-at-once: so the page knew that it exists, and answered 503
// Fails no-waiting: ms later
// Fails once-only: so the page knew that it exists
// Fails gives-way-to-news: so the page knew that it exists
// Fails nothing-invented: is no reason to send anybody away
import { setTimeout as sleep } from 'node:timers/promises';
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
    return listWith([...expected(cookie), orderId], email);
  });

  app.get('/my-orders', ({ query }) => listWith(expected(query.cookie), query.email!));

  async function listWith(wanted: readonly string[], email: string) {
    for (let looks = 0; looks < 8; looks++) {
      const orders = await replica.select(orderList, { email });
      const missing = wanted.filter((id) => !orders.some(({ orderId }) => orderId === id));
      if (missing.length === 0) return { status: 200, body: { orders, cookie: JSON.stringify(wanted) } };
      await sleep(50);
    }
    return { status: 503 };
  }
}

function expected(cookie: string | undefined): readonly string[] {
  return cookie ? (JSON.parse(cookie) as string[]) : [];
}
