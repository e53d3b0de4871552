// Wrong: POST must be idempotent, so somebody who asks again gets the order that they have.
// Fails accepted-while-down: only 1 of her 2 orders was ever stored
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { orders, outbox } from './schema.ts';

type NewOrder = { email: string; total: number };

export default async function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const [known] = await database.select(orders, { email });
    if (known) return { status: 200, body: { orderId: known.id } };
    const orderId = crypto.randomUUID();
    // What others need to know, field by field. The row has more in it, and that is our business.
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

  // A second copy of this event sets the same value again: harmless, so nothing needs to be recorded.
  await broker.subscribe('confirmation.sent', { queue: 'orders' }, async (event: ConfirmationSent) => {
    await database.update(orders, { id: event.orderId }, { confirmation: 'sent' });
  });
}
