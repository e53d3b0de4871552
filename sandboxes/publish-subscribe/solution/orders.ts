// How this works:
//
// 1. Each service has one queue, with a name that is written down. The topic copies a fact into every queue that it fits, so
//    each service hears it; the two instances of `confirmation` take turns at theirs, so each order is mailed once.
// 2. The patterns say what each service wants. `order.created` is that fact alone. `order.*` is one word more: an order as a
//    whole, also in ways that nobody has thought of yet, so `stock` takes the word from the topic. `order.#` is whatever
//    begins with `order`.
// 3. The names of the topics are the contract, and no compiler knows them: what is published as `payment.failed` fits none of
//    the three patterns, is confirmed, and is gone.
//
// Each handler returns when its work is done, and throws when it could not do it. So what fails comes back, to that service
// alone, and a row that is there already is not written twice.

import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, broker, database }: Platform) {
  const publish = (topic: string, about: object) =>
    broker.publish(topic, { id: crypto.randomUUID(), type: topic, occurredAt: new Date().toISOString(), ...about });

  app.post('/orders', async (request) => {
    const { email, sku } = request.body as { email: string; sku: string };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email, sku, status: 'created' });
    await publish('order.created', { orderId, email, sku });
    return { status: 201, body: { orderId } };
  });

  app.post('/orders/:orderId/cancellation', async ({ params: { orderId } }) => {
    await database.update(orders, { id: orderId }, { status: 'cancelled' });
    await publish('order.cancelled', { orderId });
    return { status: 202 };
  });

  app.post('/orders/:orderId/failed-payment', async ({ params: { orderId } }) => {
    await publish('order.payment.failed', { orderId });
    return { status: 202 };
  });
}
