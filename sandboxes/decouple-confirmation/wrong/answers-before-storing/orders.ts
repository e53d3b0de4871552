// Wrong: event-driven means to answer at once and to do everything else later.
// Fails confirmed-once: no order of hers was ever stored
// Fails page-tells-the-truth: answered 404
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { orders, outbox } from './schema.ts';

type NewOrder = { email: string; total: number };

export default async function start({ app, broker, database }: Platform) {
  app.post('/orders', (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    void store(orderId, email, total);
    return { status: 202, body: { orderId, confirmation: 'on its way' } };
  });

  async function store(orderId: string, email: string, total: number) {
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
  }

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation: order.confirmation } };
  });

  await broker.subscribe('confirmation.sent', { queue: 'orders' }, async (event: ConfirmationSent) => {
    await database.update(orders, { id: event.orderId }, { confirmation: 'sent' });
  });
}
