// How this works:
//
// 1. An invoice is a job: one of two instances does it, then it is gone. So it travels on a queue and is acknowledged after
//    the work. What fails again and again is put aside for people to look at, and the rest goes on.
// 2. That an order was created is a fact, which several readers want, also those to come. So it is appended to a log, which
//    keeps it. The order's id is the key: everything about one order lies in one partition and is read in its order.
// 3. Each reader is a group with offsets of its own. The list is a new group: it begins with the oldest record. The mails
//    stay in the old group, which knows who was mailed.

import type { Platform } from 'lab';
import type { OrderCancelled, OrderCreated } from './events.ts';

type NewOrder = { email: string; total: number };

export default function start({ app, broker }: Platform) {
  app.post('/orders', async (request) => {
    const { email, total } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    await broker.send('invoices', { orderId, total });
    const created: OrderCreated = { ...fact(), type: 'order.created', orderId, version: 1, email, total };
    await broker.publish('orders', created, { key: orderId });
    return { status: 202, body: { orderId } };
  });

  app.post('/orders/:orderId/cancellation', async ({ params: { orderId } }) => {
    const cancelled: OrderCancelled = { ...fact(), type: 'order.cancelled', orderId, version: 2 };
    await broker.publish('orders', cancelled, { key: orderId });
    return { status: 202 };
  });
}

const fact = () => ({ id: crypto.randomUUID(), occurredAt: new Date().toISOString() });
