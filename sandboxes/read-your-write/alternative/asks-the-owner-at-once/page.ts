import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

/** It never waits for a replica: either one of them knows already, or the owner is asked, or it is said. */
export default function start({ app, replicas }: Platform) {
  app.get('/orders/:id', async ({ params, query }) => {
    const atLeast = Number(query.version ?? 0);
    const found = await Promise.all(replicas.map((replica) => replica.select(orderPages, { orderId: params.id })));
    const [page] = found.flat().sort((one, other) => other.version - one.version);
    if (page && page.version >= atLeast) return { status: 200, body: page };
    const truth = await fetch(`http://orders/orders/${params.id}`, { signal: AbortSignal.timeout(300) })
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    const { quantity, version } = (truth ?? {}) as { quantity?: number; version?: number };
    if (version !== undefined && version >= atLeast)
      return { status: 200, body: { orderId: params.id, quantity, version } };
    return { status: 202, body: { status: 'updating' } };
  });
}
