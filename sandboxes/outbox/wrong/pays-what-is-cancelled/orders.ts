// Wrong: whoever pays for an order wants it after all.
// Fails told-once: a cancelled order can be changed no more
import type { Platform, Row, Transaction } from 'lab';
import { orders, outbox } from './schema.ts';

type Order = Row<typeof orders>;

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const order = { id: crypto.randomUUID(), email, status: 'placed', version: 1 };
    await database.transaction(async (tx) => {
      await tx.insert(orders, order);
      await announce(tx, order);
    });
    return { status: 201, body: { orderId: order.id } };
  });

  app.post('/orders/:id/payment', ({ params }) => change(params.id, ['placed', 'cancelled'], 'paid'));
  app.post('/orders/:id/cancellation', ({ params }) => change(params.id, ['placed', 'paid'], 'cancelled'));

  function change(id: string, from: readonly string[], status: string) {
    return database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id }, { lock: 'for update' });
      if (!order) return { status: 404 };
      if (!from.includes(order.status)) return { status: 409 };
      const changed = { ...order, status, version: order.version + 1 };
      await tx.update(orders, { id }, changed);
      await announce(tx, changed);
      return { status: 200 };
    });
  }
}

async function announce(tx: Transaction, { id: orderId, email, status, version }: Order) {
  const id = crypto.randomUUID();
  const topic = `order.${status}`;
  const body = { id, type: topic, occurredAt: new Date().toISOString(), orderId, version, email };
  await tx.insert(outbox, { id, topic, key: orderId, body });
}
