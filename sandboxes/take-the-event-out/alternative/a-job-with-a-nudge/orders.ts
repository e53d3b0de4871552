import type { Platform } from 'lab';
import { jobs, orders, outbox } from './schema.ts';

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku } = request.body as { email: string; sku: string };
    const asked = await ask(`http://pricing/prices/${sku}`);
    if (asked?.cents === undefined) return { status: 503 };
    const total = asked.cents;
    const orderId = crypto.randomUUID();
    const placed = { id: crypto.randomUUID(), type: 'order.placed', orderId, email, total };
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email, sku, total });
      await tx.insert(jobs, { orderId, total });
      await tx.insert(outbox, { id: placed.id, topic: placed.type, body: placed });
    });
    void ask('http://invoicing/jobs'); // so that nobody has to poll often; nothing rests on it
    return { status: 201, body: { orderId, total } };
  });
}

async function ask(url: string): Promise<{ cents?: number } | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(500) });
    return answer.ok ? ((await answer.json()) as { cents?: number }) : undefined;
  } catch {
    return undefined;
  }
}
