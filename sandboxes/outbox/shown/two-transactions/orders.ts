import type { Platform } from 'lab';
import { orders, outbox } from './schema.ts';

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const orderId = crypto.randomUUID();
    const occurredAt = new Date().toISOString();
    const body = { id: crypto.randomUUID(), occurredAt, orderId, version: 1, email };
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email, status: 'placed', version: 1 });
      await tx.insert(outbox, { topic: 'order.placed', body, writtenAt: occurredAt });
    });
    return { status: 201, body: { orderId } };
  });
}
