// Wrong: a copy is a second mail to the same customer, so whoever has had one gets no other.
// Fails accepted-while-down: Ada's second order was never confirmed
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { mailed, outbox } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async (event: OrderCreated) => {
    const now = new Date().toISOString();
    const sent: ConfirmationSent = {
      id: crypto.randomUUID(),
      type: 'confirmation.sent',
      occurredAt: now,
      orderId: event.orderId,
      version: 1,
    };
    await database.transaction(async (tx) => {
      const first = await tx.insert(mailed, { email: event.email, sentAt: now }, { onConflict: 'do nothing' });
      if (!first) return; // has had one

      // The mail leaves before the commit. A crash in between sends it twice; the other order would lose it. A mail
      // cannot be taken back and the provider knows no ids, so one of the two has to be borne.
      await mail.send({
        to: event.email,
        subject: 'Your order',
        text: `Thank you. Order ${event.orderId} over ${event.total / 100} euros is placed.`,
      });
      await tx.insert(outbox, { id: sent.id, topic: sent.type, body: sent });
    });
  });
}
