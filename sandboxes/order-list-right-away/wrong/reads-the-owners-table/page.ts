// Wrong: it is the same database, so read the orders where they are true.
// Fails own-order-at-once: belongs to the orders process
import type { Platform } from 'lab';
import { orders } from './schema.ts';

type Checkout = { orderId: string; email: string; pens: number };

export default function start({ app, database }: Platform) {
  app.post('/checkout', async (request) => {
    const { orderId, email, pens } = request.body as Checkout;
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    return { status: 201, body: { orders: await ordersOf(email) } };
  });

  app.get('/my-orders', async ({ query }) => {
    return { status: 200, body: { orders: await ordersOf(query.email!) } };
  });

  async function ordersOf(email: string) {
    const rows = await database.select(orders, { email });
    return rows.map(({ id, pens, status }) => ({ orderId: id, pens, status }));
  }
}
