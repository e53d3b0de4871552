// Wrong: the page knows best what it has shown, so it remembers that itself.
// Fails never-back: back in time
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

type Page = { orderId: string; quantity: number; version: number };

export default function start({ app, replicas }: Platform) {
  let turn = 0;
  const shown = new Map<string, number>();

  app.get('/orders/:id', async ({ params, query }) => {
    // A write sends the version along; what was looked at since is in the map.
    const version = Math.max(Number(query.version ?? 0), shown.get(params.id) ?? 0);
    const page =
      (await fromReplicas(params.id, version)) ?? (version > 0 ? await fromOwner(params.id, version) : undefined);
    if (page) {
      shown.set(params.id, page.version);
      return { status: 200, body: { orderId: page.orderId, quantity: page.quantity } };
    }
    return version > 0 ? { status: 202, body: { orderId: params.id, status: 'updating' } } : { status: 404 };
  });

  async function fromReplicas(orderId: string, version: number): Promise<Page | undefined> {
    const deadline = Date.now() + (version > 0 ? 200 : 0);
    for (;;) {
      const replica = replicas[turn++ % replicas.length]!;
      const [page] = await replica.select(orderPages, { orderId });
      if (page && page.version >= version) return page;
      if (Date.now() >= deadline) return undefined;
      await sleep(10);
    }
  }

  async function fromOwner(orderId: string, version: number): Promise<Page | undefined> {
    try {
      const response = await fetch(`http://orders/orders/${orderId}`, { signal: AbortSignal.timeout(100) });
      if (!response.ok) return undefined;
      const page = (await response.json()) as Page;
      return page.version >= version ? page : undefined;
    } catch {
      return undefined; // away, or too slow
    }
  }
}
