import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';
import { does } from './settings.ts';

type Order = Row<typeof orderList>;

export default function start({ app, replicas }: Platform) {
  app.post('/checkout', async (request) => {
    const { orderId, email, pens } = request.body as Order;
    const response = await fetch('http://orders/orders', {
      method: 'POST',
      body: JSON.stringify({ orderId, email, pens }),
    });
    if (!response.ok) return { status: 502 };
    if (does === 'pauses') await sleep(100);
    const placed = (await response.json()) as Order;
    return { status: 201, body: { orders: await listOf(email, placed), cookie: JSON.stringify(placed) } };
  });

  app.get('/my-orders', async ({ query }) => {
    const placed = query.cookie === undefined ? undefined : (JSON.parse(query.cookie) as Order);
    return { status: 200, body: { orders: await listOf(query.email!, placed) } };
  });

  // One order, and nothing ever happens to it: enough to look at, and too little for a shop.
  async function listOf(email: string, placed: Order | undefined) {
    const listed = await replicas[0]!.select(orderList, { email });
    if (does !== 'adds hers' || !placed) return listed;
    const isListed = listed.some(({ orderId }) => orderId === placed.orderId);
    return isListed ? listed : [...listed, placed];
  }
}
