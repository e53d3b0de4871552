// On most days the list is there in a moment, and then the page need not add anything. It looks for a moment, and no longer;
// after that it adds what it has in hand. Cookies hold a line for each order.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform, Row } from 'lab';
import { orderList } from './schema.ts';

type Order = Row<typeof orderList>;

const MOMENT_MS = 40;

export default function start({ app, replicas }: Platform) {
  const replica = replicas[0]!;

  app.post('/checkout', async (request) => {
    const { orderId, email, pens, cookie = '' } = request.body as Order & { cookie?: string };
    const body = JSON.stringify({ orderId, email, pens });
    const response = await fetch('http://orders/orders', { method: 'POST', body });
    if (response.status !== 201) return { status: 500 };
    const { status, version } = (await response.json()) as Order;
    const line = [orderId, email, pens, status, version].join(' ');
    return { status: 200, body: await page(email, `${cookie}\n${line}`) };
  });

  app.get('/my-orders', async ({ query }) => ({ status: 200, body: await page(query.email!, query.cookie ?? '') }));

  async function page(email: string, cookie: string) {
    const own = parsed(cookie).filter((order) => order.email === email);
    const deadline = Date.now() + MOMENT_MS;
    for (;;) {
      const listed = await replica.select(orderList, { email });
      const ahead = own.filter(
        (order) => !listed.some(({ orderId, version }) => orderId === order.orderId && version >= order.version),
      );
      if (ahead.length === 0) return { orders: listed, cookie: '' };
      if (Date.now() >= deadline) return { orders: withoutOlder([...listed, ...ahead]), cookie };
      await sleep(10);
    }
  }
}

function withoutOlder(orders: readonly Order[]): readonly Order[] {
  const isOlder = (one: Order, at: number) =>
    orders.some((other, i) => other.orderId === one.orderId && other.version >= one.version + (i > at ? 0 : 1));
  return orders.filter((order, at) => !isOlder(order, at));
}

function parsed(cookie: string): readonly Order[] {
  return cookie
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [orderId, email, pens, status, version] = line.split(' ') as [string, string, string, string, string];
      return { orderId, email, pens: Number(pens), status, version: Number(version) };
    });
}
