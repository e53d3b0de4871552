// Wrong: inside the transaction the change and its event belong together: if publishing fails, all is rolled back.
// Fails told-by-the-relay: the orders process published
// Fails nothing-invented: In between it was not true
// Fails broker-may-be-down: answered 500
import type { Broker, Platform, Row } from 'lab';
import { orders } from './schema.ts';

type Order = Row<typeof orders>;

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const order = { id: crypto.randomUUID(), email, status: 'placed', version: 1 };
    await database.transaction(async (tx) => {
      await tx.insert(orders, order);
      await announce(broker, order);
    });
    return { status: 201, body: { orderId: order.id } };
  });

  app.post('/orders/:id/payment', ({ params }) => change(params.id, ['placed'], 'paid'));
  app.post('/orders/:id/cancellation', ({ params }) => change(params.id, ['placed', 'paid'], 'cancelled'));

  function change(id: string, from: readonly string[], status: string) {
    return database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id }, { lock: 'for update' });
      if (!order) return { status: 404 };
      if (!from.includes(order.status)) return { status: 409 };
      const changed = { ...order, status, version: order.version + 1 };
      await tx.update(orders, { id }, changed);
      await announce(broker, changed);
      return { status: 200 };
    });
  }
}

async function announce(broker: Broker, order: Order) {
  const fact = factOf(order);
  await broker.publish(fact.type, fact, { key: order.id });
}

function factOf({ id: orderId, email, status, version }: Order) {
  return {
    id: crypto.randomUUID(),
    type: `order.${status}`,
    occurredAt: new Date().toISOString(),
    orderId,
    version,
    email,
  };
}
