// Wrong: an EventEmitter is an event bus, so emitting on it decouples whoever listens.
// Over: starter
// Fails live-apart: sent the mail to Ada itself
// Fails accepted-while-down: the orders process sent it
// Fails second-subscriber: nothing about it was published
// Fails event-is-a-fact: No order.created was published
// Fails no-order-without-event: nobody was ever told
// Fails confirmed-once: nobody was told
// Fails page-tells-the-truth: still said "on its way"
import type { Platform } from 'lab';
import { bus } from './bus.ts';
import { confirmOrders } from './confirmation.ts';
import { orders } from './schema.ts';

type NewOrder = { email: string; total: number };

export default function start({ app, database, mail }: Platform) {
  confirmOrders(mail);

  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    await database.insert(orders, {
      id: orderId,
      email,
      total,
      marginNote: '31 %',
      version: 1,
      confirmation: 'on its way',
    });
    bus.emit('order.created', {
      id: crypto.randomUUID(),
      type: 'order.created',
      occurredAt: new Date().toISOString(),
      orderId,
      version: 1,
      email,
      total,
    });
    return { status: 201, body: { orderId, confirmation: 'on its way' } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation: order.confirmation } };
  });

  bus.on('confirmation.sent', async ({ orderId }: { orderId: string }) => {
    await database.update(orders, { id: orderId }, { confirmation: 'sent' });
  });
}
