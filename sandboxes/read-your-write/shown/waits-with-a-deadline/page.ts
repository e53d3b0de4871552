import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';
import { reads, waitMs } from './settings.ts';

export default function start({ app, replicas }: Platform) {
  let turn = 0;
  const replica = () => replicas[reads === 'in turn' ? turn++ % 2 : reads === 'the first' ? 0 : 1]!;

  app.get('/orders/:id', async ({ params, query }) => {
    const { id } = params;
    const deadline = Date.now() + waitMs;
    for (;;) {
      const [page] = await replica().select(orderPages, { orderId: id });
      const isNewEnough = waitMs === 0 || (page?.version ?? 0) >= Number(query.version);
      if (page && isNewEnough) return { status: 200, body: { quantity: page.quantity, version: page.version } };
      if (Date.now() >= deadline) return { status: 202, body: { status: 'updating' } };
      await sleep(10);
    }
  });
}
