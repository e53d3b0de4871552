// Wrong: something old is better than nothing, once we have waited.
// Fails own-write-seen: to her, it was never placed
// Fails answered-in-time: and the page said 2 pens
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

type Page = { orderId: string; quantity: number; version: number };

export default function start({ app, replicas }: Platform) {
  let turn = 0;

  // `?version=` is the newest one that this reader knows of, from a write or from a look.
  app.get('/orders/:id', async ({ params, query }) => {
    const version = Number(query.version ?? 0);
    const page = await fromReplicas(params.id, version);
    if (page) return { status: 200, body: { orderId: page.orderId, quantity: page.quantity, version: page.version } };
    return { status: 404 };
  });

  async function fromReplicas(orderId: string, version: number): Promise<Page | undefined> {
    const deadline = Date.now() + (version > 0 ? 200 : 0);
    for (;;) {
      const replica = replicas[turn++ % replicas.length]!;
      const [page] = await replica.select(orderPages, { orderId });
      if ((page && page.version >= version) || Date.now() >= deadline) return page;
      await sleep(10);
    }
  }
}
