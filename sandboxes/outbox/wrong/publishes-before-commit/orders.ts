// Wrong: an event must not be lost, so it goes out first; the database will hardly fail.
// Fails told-by-the-relay: the orders process published
// Fails nothing-invented: In between it was not true
// Fails broker-may-be-down: answered 500
// Fails told-once: and it never happened
import type { Platform, Row } from 'lab';
import { orders } from './schema.ts';

type Order = Row<typeof orders>;

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const order = { id: crypto.randomUUID(), email, status: 'placed', version: 1 };
    await announce(order);
    await database.insert(orders, order);
    return { status: 201, body: { orderId: order.id } };
  });

  app.post('/orders/:id/payment', ({ params }) => change(params.id, ['placed'], 'paid'));
  app.post('/orders/:id/cancellation', ({ params }) => change(params.id, ['placed', 'paid'], 'cancelled'));

  async function change(id: string, from: readonly string[], status: string) {
    const [order] = await database.select(orders, { id });
    if (!order) return { status: 404 };
    if (!from.includes(order.status)) return { status: 409 };
    const changed = { ...order, status, version: order.version + 1 };
    await announce(changed);
    await database.update(orders, { id, version: order.version }, changed);
    return { status: 200 };
  }

  async function announce(order: Order) {
    const fact = factOf(order);
    await broker.publish(fact.type, fact, { key: order.id });
  }
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
