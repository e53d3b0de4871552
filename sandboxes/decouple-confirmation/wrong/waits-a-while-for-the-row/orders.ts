// Wrong: whoever gives up after half a second depends on nobody, so creating an order may look for the row "mailed" until then.
// Fails live-apart: A reply that is waited for is a call
// Fails accepted-while-down: Grace waited
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import type { OrderCreated } from './events.ts';
import { confirmations, orders, outbox } from './schema.ts';

type NewOrder = { email: string; total: number };

export default function start({ app, database }: Platform) {
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
    for (let tries = 0; tries < 25 && !(await isConfirmed(orderId)); tries++) await sleep(20);
    return { status: 201, body: { orderId, confirmation: (await isConfirmed(orderId)) ? 'sent' : 'on its way' } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    const confirmation = (await isConfirmed(order.id)) ? 'sent' : 'on its way';
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation } };
  });

  async function isConfirmed(orderId: string) {
    const found = await database.select(confirmations, { orderId });
    return found.length > 0;
  }
}
