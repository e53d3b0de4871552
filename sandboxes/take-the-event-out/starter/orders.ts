import type { Platform } from 'lab';
import { orders, outbox } from './schema.ts';

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
    await broker.publish('price.requested', { requestId, sku });
    const total = await answered;

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
      await tx.insert(outbox, { id: placed.id, topic: placed.type, body: placed });
    });
    return { status: 201, body: { orderId, total } };
  });
}
