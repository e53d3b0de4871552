// Wrong: the replicas are never more than a few milliseconds behind, so a short pause is enough.
// Fails own-write-seen: to her, it was never placed
// Fails never-back: back in time
// Fails answered-in-time: and the page said 2 pens
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

export default function start({ app, replicas }: Platform) {
  let turn = 0;

  app.get('/orders/:id', async ({ params, query }) => {
    if (query.version !== undefined) await sleep(80); // somebody has just written: give the replicas their time
    const replica = replicas[turn++ % replicas.length]!;
    const [page] = await replica.select(orderPages, { orderId: params.id });
    return page ? { status: 200, body: page } : { status: 404 };
  });
}
