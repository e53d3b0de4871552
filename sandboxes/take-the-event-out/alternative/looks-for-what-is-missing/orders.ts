import type { Platform } from 'lab';
import { orders, outbox } from './schema.ts';

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku } = request.body as { email: string; sku: string };
    const total = (await quote(sku)) ?? (await quote(sku)); // a process that has crashed is soon back
    if (total === undefined) return { status: 503 };

    const orderId = crypto.randomUUID();
    const id = crypto.randomUUID();
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email, sku, total });
      await tx.insert(outbox, { id, topic: 'order.placed', body: { id, orderId, email, sku, total } });
    });
    return { status: 201, body: { orderId, total } };
  });
}

async function quote(sku: string): Promise<number | undefined> {
  try {
    const answer = await fetch('http://pricing/quotes', {
      method: 'POST',
      body: JSON.stringify({ sku }),
      signal: AbortSignal.timeout(400),
    });
    return ((await answer.json()) as { cents: number | null }).cents ?? undefined;
  } catch {
    return undefined;
  }
}
