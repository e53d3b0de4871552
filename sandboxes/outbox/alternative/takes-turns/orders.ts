import type { Platform, Row, Transaction } from 'lab';
import { orders, outbox } from './schema.ts';

type Order = Row<typeof orders>;

/** Versions are checked instead of locked: whoever comes second finds another version and begins again. */
export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const order = await database.transaction(async (tx) => {
      const placed = await tx.insert(orders, { id: crypto.randomUUID(), email, status: 'placed', version: 1 });
      await note(tx, placed);
      return placed;
    });
    return { status: 201, body: { orderId: order.id } };
  });

  app.post('/orders/:id/payment', ({ params }) => become('paid', params.id, ['placed']));
  app.post('/orders/:id/cancellation', ({ params }) => become('cancelled', params.id, ['placed', 'paid']));

  async function become(status: string, id: string, allowed: readonly string[]) {
    for (let tries = 0; tries < 5; tries++) {
      const [order] = await database.select(orders, { id });
      if (!order) return { status: 404 };
      if (!allowed.includes(order.status)) return { status: 409 };
      const changed = { ...order, status, version: order.version + 1 };
      const isDone = await database.transaction(async (tx) => {
        if ((await tx.update(orders, { id, version: order.version }, changed)) === 0) return false;
        await note(tx, changed);
        return true;
      });
      if (isDone) return { status: 200 };
    }
    return { status: 503 };
  }
}

async function note(tx: Transaction, order: Order) {
  const { id: orderId, email, status, version } = order;
  const fact = { id: crypto.randomUUID(), type: `order.${status}`, occurredAt: new Date().toISOString() };
  await tx.insert(outbox, { fact: { ...fact, orderId, email, version } });
}
