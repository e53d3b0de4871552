// Wrong: the list does not have it yet, so I put it there myself, and read where I have written.
// Fails own-order-at-once: which the projection writes, and it alone
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;

export default function start({ app, database }: Platform) {
  app.post('/checkout', async (request) => {
    const { orderId, email, pens } = request.body as Order;
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    const order = (await response.json()) as Order;
    await database.insert(orderList, order, { onConflict: 'do nothing' });
    return { status: 201, body: { orders: await database.select(orderList, { email }) } };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: { orders: await database.select(orderList, { email: query.email! }) } };
  });
}
