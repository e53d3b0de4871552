// Wrong: when pricing does not answer, the price that it said last is still the price.
// Fails answered-in-time: That was the price until
import type { Platform } from 'lab';
import { jobs, orders, outbox } from './schema.ts';

const DEADLINE_MS = 300;

export default function start({ app, database }: Platform) {
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
      await tx.insert(outbox, { id: placed.id, topic: placed.type, body: placed });
    });
    return { status: 201, body: { orderId, total } };
  });
}

const lastSaid = new Map<string, number>();

/** What pricing says or, when it does not, what it said last. Undefined when it never said any. */
async function priceOf(sku: string): Promise<number | undefined> {
  try {
    const answer = await fetch(`http://pricing/prices/${sku}`, { signal: AbortSignal.timeout(DEADLINE_MS) });
    if (!answer.ok) return undefined;
    const { cents } = (await answer.json()) as { cents: number };
    lastSaid.set(sku, cents);
    return cents;
  } catch {
    return lastSaid.get(sku);
  }
}
