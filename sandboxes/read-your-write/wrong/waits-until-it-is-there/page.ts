// Wrong: it is only a matter of time, so wait until the replica has it.
// Fails answered-in-time: before her patience ends
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

export default function start({ app, replicas }: Platform) {
  let turn = 0;

  app.get('/orders/:id', async ({ params, query }) => {
    const version = Number(query.version ?? 0);
    for (;;) {
      const replica = replicas[turn++ % replicas.length]!;
      const [page] = await replica.select(orderPages, { orderId: params.id });
      if (page && page.version >= version) return { status: 200, body: page };
      if (version === 0) return { status: 404 };
      await sleep(10);
    }
  });
}
