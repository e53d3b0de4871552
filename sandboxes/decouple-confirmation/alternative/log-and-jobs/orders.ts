import type { Platform } from 'lab';
import { mails, orders, outbox } from './schema.ts';

/** Publishes at once where it can; a sweep publishes what a crash or a refusal left behind. */
export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as { email: string; total: number };
    const orderId = crypto.randomUUID();
    const id = crypto.randomUUID();
    const event = { id, type: 'OrderCreated', occurredAt: new Date().toISOString(), orderId, version: 1, email, total };
    await database.transaction(async (tx) => {
      await tx.insert(orders, {
        id: orderId,
        email,
        total,
        marginNote: '31 %',
        version: 1,
        confirmation: 'on its way',
      });
      await tx.insert(outbox, { id, topic: 'order.created', body: event });
    });
    void publish({ id, topic: 'order.created', body: event }).catch(() => {}); // the sweep will
    return { status: 202, body: { orderId } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    const [mail] = await database.select(mails, { orderId: params.id });
    const confirmation = mail?.sentAt ? 'sent' : 'on its way';
    return { status: 200, body: { orderId: order.id, total: order.total, confirmation } };
  });

  async function publish({ id, topic, body }: { id: string; topic: string; body: object }) {
    await broker.publish(topic, body, { key: id });
    await database.delete(outbox, { id });
  }

  setInterval(async () => {
    try {
      const left = await database.select(outbox, {}, { orderBy: 'position', limit: 50 });
      for (const row of left) await publish(row);
    } catch (error) {
      console.warn('left for the next sweep', error);
    }
  }, 150);
}
