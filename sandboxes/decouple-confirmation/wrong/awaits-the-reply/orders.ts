// Wrong: the customer should only be answered when the confirmation is certain, so creating an order waits for the reply event.
// Fails live-apart: A reply that is waited for is a call
// Fails accepted-while-down: Grace was answered 504
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { orders, outbox } from './schema.ts';

type NewOrder = { email: string; total: number };

export default async function start({ app, broker, database }: Platform) {
  const waiting = new Map<string, () => void>();

  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    const created: OrderCreated = {
      id: crypto.randomUUID(),
      type: 'order.created',
      occurredAt: new Date().toISOString(),
      orderId,
      version: 1,
      email,
      total,
    };
    const confirmed = new Promise<boolean>((resolve) => {
      waiting.set(orderId, () => resolve(true));
      setTimeout(() => resolve(false), 2_000);
    });
    await database.transaction(async (tx) => {
      await tx.insert(orders, {
        id: orderId,
        email,
        total,
        marginNote: '31 %',
        version: 1,
        confirmation: 'on its way',
      });
      await tx.insert(outbox, { id: created.id, topic: created.type, body: created });
    });
    return (await confirmed) ? { status: 201, body: { orderId, confirmation: 'sent' } } : { status: 504 };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation: order.confirmation } };
  });

  await broker.subscribe('confirmation.sent', { queue: 'orders' }, async (event: ConfirmationSent) => {
    await database.update(orders, { id: event.orderId }, { confirmation: 'sent' });
    waiting.get(event.orderId)?.();
    waiting.delete(event.orderId);
  });
}
