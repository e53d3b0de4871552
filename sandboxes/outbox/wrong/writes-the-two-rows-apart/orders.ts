// Wrong: order and outbox are in one database, so it is enough to write both.
// Fails nothing-lost: the orders process crashed
import type { Database, Platform, Row } from 'lab';
import { orders, outbox } from './schema.ts';

type Order = Row<typeof orders>;

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const order = { id: crypto.randomUUID(), email, status: 'placed', version: 1 };
    await database.insert(orders, order);
    await announce(database, order);
    return { status: 201, body: { orderId: order.id } };
  });

  app.post('/orders/:id/payment', ({ params }) => change(params.id, ['placed'], 'paid'));
  app.post('/orders/:id/cancellation', ({ params }) => change(params.id, ['placed', 'paid'], 'cancelled'));

  async function change(id: string, from: readonly string[], status: string) {
    const [order] = await database.select(orders, { id });
    if (!order) return { status: 404 };
    if (!from.includes(order.status)) return { status: 409 };
    const changed = { ...order, status, version: order.version + 1 };
    const isFirst = (await database.update(orders, { id, version: order.version }, changed)) === 1;
    if (!isFirst) return { status: 409 };
    await announce(database, changed);
    return { status: 200 };
  }
}

async function announce(database: Database, { id: orderId, email, status, version }: Order) {
  const id = crypto.randomUUID();
  const topic = `order.${status}`;
  const body = { id, type: topic, occurredAt: new Date().toISOString(), orderId, version, email };
  await database.insert(outbox, { id, topic, key: orderId, body });
}
