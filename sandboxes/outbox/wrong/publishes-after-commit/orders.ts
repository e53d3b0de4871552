// Wrong: publish after the commit, and try again until the broker has it: then nothing can be lost.
// Fails told-by-the-relay: the orders process published
// Fails nothing-lost: the orders process crashed
// Fails told-in-order: had been placed before was told only
import { setTimeout as sleep } from 'node:timers/promises';
import type { Broker, Platform, Row } from 'lab';
import { orders } from './schema.ts';

type Order = Row<typeof orders>;

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const order = await database.insert(orders, { id: crypto.randomUUID(), email, status: 'placed', version: 1 });
    void announce(broker, order);
    return { status: 201, body: { orderId: order.id } };
  });

  app.post('/orders/:id/payment', ({ params }) => change(params.id, ['placed'], 'paid'));
  app.post('/orders/:id/cancellation', ({ params }) => change(params.id, ['placed', 'paid'], 'cancelled'));

  async function change(id: string, from: readonly string[], status: string) {
    const reply = await database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id }, { lock: 'for update' });
      if (!order) return { status: 404 };
      if (!from.includes(order.status)) return { status: 409 };
      const changed = { ...order, status, version: order.version + 1 };
      await tx.update(orders, { id }, changed);
      return { status: 200, changed };
    });
    if (reply.changed) void announce(broker, reply.changed);
    return { status: reply.status };
  }
}

/** Nobody waits for this, so it can try again until the broker has it. */
async function announce(broker: Broker, order: Order) {
  const fact = factOf(order);
  for (;;) {
    try {
      await broker.publish(fact.type, fact, { key: order.id });
      return;
    } catch (error) {
      console.warn('will try again', error);
      await sleep(100);
    }
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
