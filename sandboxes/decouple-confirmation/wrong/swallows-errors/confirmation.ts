// Wrong: a handler must never throw, so it catches everything and logs it.
// Fails accepted-while-down: Grace's order was never confirmed
// Fails confirmed-once: An acknowledgement says that the work is done
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { confirmations, outbox } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async (event: OrderCreated) => {
    try {
      await confirm(event);
    } catch (error) {
      console.error('could not confirm', event.orderId, error);
    }
  });

  async function confirm(event: OrderCreated) {
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
      await mail.send({ to: event.email, subject: 'Your order', text: `Order ${event.orderId} is placed.` });
      await tx.insert(outbox, { id: sent.id, topic: sent.type, body: sent });
    });
  }
}
