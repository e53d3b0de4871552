// Wrong: it is one database; a select is quicker than a call, and cannot be down.
// Fails priced-by-pricing: read the table prices
// Fails answered-in-time: Pricing was down when Grace ordered
import type { Platform } from 'lab';
import { jobs, orders, outbox, prices } from './schema.ts';

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku } = request.body as { email: string; sku: string };
    const [price] = await database.select(prices, { sku });
    if (!price) return { status: 503, body: { error: 'There are no prices just now. Please try again.' } };

    const orderId = crypto.randomUUID();
    const placed = {
      id: crypto.randomUUID(),
      type: 'order.placed',
      occurredAt: new Date().toISOString(),
      orderId,
      email,
      total: price.cents,
    };
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email, sku, total: price.cents });
      await tx.insert(jobs, { id: crypto.randomUUID(), kind: 'invoice', body: { orderId, total: price.cents } });
      await tx.insert(outbox, { id: placed.id, topic: placed.type, body: placed });
    });
    return { status: 201, body: { orderId, total: price.cents } };
  });
}
