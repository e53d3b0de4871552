import type { Platform, Transaction } from 'lab';
import { orders, outbox, streams } from './schema.ts';

type Changed = { id: string; email: string; status: string; version: number };

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const id = crypto.randomUUID();
    await database.transaction(async (tx) => {
      await tx.insert(streams, { orderId: id, told: 0 });
      await store(tx, { id, email, status: 'placed', version: 1 });
    });
    return { status: 202, body: { orderId: id } };
  });

  app.post('/orders/:id/payment', async ({ params }) => {
    return database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id: params.id, status: 'placed' }, { lock: 'for update' });
      if (!order) return { status: 409 };
      await store(tx, { ...order, status: 'paid', version: order.version + 1 });
      return { status: 204 };
    });
  });

  app.post('/orders/:id/cancellation', async ({ params }) => {
    return database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { id: params.id }, { lock: 'for update' });
      if (!order || order.status === 'cancelled') return { status: 409 };
      await store(tx, { ...order, status: 'cancelled', version: order.version + 1 });
      return { status: 204 };
    });
  });
}

async function store(tx: Transaction, order: Changed) {
  await tx.insert(orders, order, { onConflict: 'do update' });
  const { id: orderId, email, status, version } = order;
  const event = { id: crypto.randomUUID(), occurredAt: new Date().toISOString(), orderId, version, email };
  await tx.insert(outbox, { id: event.id, orderId, version, topic: `order.${status}`, body: event });
}
