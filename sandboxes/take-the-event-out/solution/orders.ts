// How this works:
//
// 1. The customer waits for a price, so orders asks for it: a call. It has a deadline, because the other side may not
//    answer, and an answer for that case, which is no order.
// 2. Every order must be invoiced, by one process that shares our database. So the work is written down as a row, in the
//    transaction that makes it necessary: no broker, and nobody has to listen at the right time.
// 3. That an order was placed is still told. Confirmation and analytics are free to hear it, and so is whoever comes next.

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
