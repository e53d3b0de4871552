import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { orders, outbox } from './schema.ts';

type NewOrder = { email: string; total: number };

export default async function start({ app, broker, database }: Platform) {
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
    return { status: 201, body: { orderId, confirmation: 'on its way' } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation: order.confirmation } };
  });

  // The order changes, so everybody hears of it.
  await broker.subscribe('confirmation.sent', { queue: 'orders' }, async (event: ConfirmationSent) => {
    await database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id: event.orderId }, { lock: 'for update' });
      if (!order || order.confirmation === 'sent') return;
      const version = order.version + 1;
      await tx.update(orders, { id: order.id }, { confirmation: 'sent', version });
      const updated = {
        id: crypto.randomUUID(),
        type: 'order.updated',
        occurredAt: new Date().toISOString(),
        orderId: order.id,
        version,
        email: order.email,
        total: order.total,
      };
      await tx.insert(outbox, { id: updated.id, topic: updated.type, body: updated });
    });
  });
}
