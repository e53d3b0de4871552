// Wrong: what the conversation over events lacked was a deadline, and now it has one.
// Fails accepted-without-the-broker: Neither a price nor an order needs a broker
// Fails invoiced-without-the-broker: no order was stored
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { jobs, orders, outbox } from './schema.ts';

const DEADLINE_MS = 300;

type PriceAnswered = { requestId: string; cents: number };

export default async function start({ app, broker, database }: Platform) {
  const waiting = new Map<string, (cents: number) => void>();

  await broker.subscribe('price.answered', { queue: 'orders' }, ({ requestId, cents }: PriceAnswered) => {
    waiting.get(requestId)?.(cents);
    waiting.delete(requestId);
  });

  app.post('/orders', async (request) => {
    const { email, sku } = request.body as { email: string; sku: string };
    const requestId = crypto.randomUUID();
    const answered = new Promise<number>((resolve) => waiting.set(requestId, resolve));
    await broker
      .publish('price.requested', { requestId, sku })
      .catch((error) => console.warn('could not ask for the price', error));
    const total = await Promise.race([answered, sleep(DEADLINE_MS)]);
    if (total === undefined) {
      waiting.delete(requestId);
      return { status: 503, body: { error: 'There are no prices just now. Please try again.' } };
    }

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
