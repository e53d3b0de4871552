// Wrong: an event about an order that cannot be found is a mistake of somebody else, and can be dropped.
// Fails confirmed-once: An acknowledgement says that the work is done
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { confirmations, orders, outbox } from './schema.ts';

export default async function start({ broker, database, replicas, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async (event: OrderCreated) => {
    const [order] = await replicas[0]!.select(orders, { id: event.orderId });
    if (!order) {
      console.warn('no such order', event.orderId);
      return;
    }
    const now = new Date().toISOString();
    const sent: ConfirmationSent = {
      id: crypto.randomUUID(),
      type: 'confirmation.sent',
      occurredAt: now,
      orderId: event.orderId,
      version: 1,
    };
    await database.transaction(async (tx) => {
      const record = { eventId: event.id, orderId: event.orderId, sentAt: now };
      const first = await tx.insert(confirmations, record, { onConflict: 'do nothing' });
      if (!first) return;
      await mail.send({ to: order.email, subject: 'Your order', text: `Order ${order.id} is placed.` });
      await tx.insert(outbox, { id: sent.id, topic: sent.type, body: sent });
    });
  });
}
