// Wrong: the job row looks after what matters, so the event needs no outbox any more.
// Fails accepted-without-the-broker: although her order had been stored
// Fails told-to-whoever-listens: was never told of it
import type { Platform } from 'lab';
import { jobs, orders } from './schema.ts';

const DEADLINE_MS = 300;

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku } = request.body as { email: string; sku: string };
    const total = await priceOf(sku);
    if (total === undefined) return { status: 503, body: { error: 'There are no prices just now. Please try again.' } };

    const orderId = crypto.randomUUID();
    const placed = {
      id: crypto.randomUUID(),
      type: 'order.placed',
      occurredAt: new Date().toISOString(),
      orderId,
      email,
      total,
    };
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email, sku, total });
      await tx.insert(jobs, { id: crypto.randomUUID(), kind: 'invoice', body: { orderId, total } });
    });
    await broker.publish(placed.type, placed);
    return { status: 201, body: { orderId, total } };
  });
}

/** Undefined when there is no answer in time, or the answer is no. */
async function priceOf(sku: string): Promise<number | undefined> {
  try {
    const answer = await fetch(`http://pricing/prices/${sku}`, { signal: AbortSignal.timeout(DEADLINE_MS) });
    if (!answer.ok) return undefined;
    return ((await answer.json()) as { cents: number }).cents;
  } catch {
    return undefined;
  }
}
