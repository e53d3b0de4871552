// Wrong: once a replica has the version, the read side has caught up.
// Fails own-write-seen: to her, it was never placed
// Fails shown-at-once: to her, it was never placed
// Fails never-back: back in time
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

export default function start({ app, replicas }: Platform) {
  let turn = 0;
  const next = () => replicas[turn++ % replicas.length]!;

  app.get('/orders/:id', async ({ params, query }) => {
    const version = Number(query.version ?? 0);
    if (version > 0 && !(await hasCaughtUp(params.id, version)))
      return { status: 202, body: { orderId: params.id, status: 'updating' } };
    const [page] = await next().select(orderPages, { orderId: params.id });
    return page ? { status: 200, body: page } : { status: 404 };
  });

  async function hasCaughtUp(orderId: string, version: number): Promise<boolean> {
    const deadline = Date.now() + 200;
    for (;;) {
      const known = await next().select(orderPages, { orderId, version: { gte: version } });
      if (known.length > 0) return true;
      if (Date.now() >= deadline) return false;
      await sleep(10);
    }
  }
}
