import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

const PATIENCE_MS = 300;

export default function start({ app, replicas }: Platform) {
  let turn = 0;

  app.get('/orders/:id', async ({ params, query }) => {
    const version = Number(query.version ?? 0);
    const deadline = Date.now() + (version > 0 ? PATIENCE_MS : 0);
    for (;;) {
      const replica = replicas[turn++ % replicas.length]!;
      const [page] = await replica.select(orderPages, { orderId: params.id });
      if (page && page.version >= version) {
        return { status: 200, body: { quantity: page.quantity, version: page.version } };
      }
      if (Date.now() >= deadline) break;
      await sleep(10);
    }
    // The write side is spared: that her change is on its way is true, and enough for this screen.
    return version > 0 ? { status: 202, body: { status: 'updating' } } : { status: 404 };
  });
}
