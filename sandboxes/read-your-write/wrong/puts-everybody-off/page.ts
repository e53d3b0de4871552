// Wrong: eventual consistency means that one has to tell the reader to come back.
// Fails shown-at-once: was told "updating"
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

export default function start({ app, replicas }: Platform) {
  let turn = 0;

  app.get('/orders/:id', async ({ params, query }) => {
    const version = Number(query.version ?? 0);
    const replica = replicas[turn++ % replicas.length]!;
    const [page] = await replica.select(orderPages, { orderId: params.id });
    if (page && page.version >= version) return { status: 200, body: page };
    return version > 0 ? { status: 202, body: { orderId: params.id, status: 'updating' } } : { status: 404 };
  });
}
