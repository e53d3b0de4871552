// Wrong: the broker should be told at once that the message has arrived; the work comes after.
// Fails accepted-while-down: Grace's order was never confirmed
// Fails confirmed-once: The event did not come again
// Fails page-tells-the-truth: still said "on its way"
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { confirmations, outbox } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe(
    'order.created',
    { queue: 'confirmation', ack: 'on delivery' },
    async (event: OrderCreated) => {
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
        if (!first) return; // a copy of an event we have dealt with

        // The mail leaves before the commit. A crash in between sends it twice; the other order would lose it. A mail
        // cannot be taken back and the provider knows no ids, so one of the two has to be borne.
        await mail.send({
          to: event.email,
          subject: 'Your order',
          text: `Thank you. Order ${event.orderId} over ${event.total / 100} euros is placed.`,
        });
        await tx.insert(outbox, { id: sent.id, topic: sent.type, body: sent });
      });
    },
  );
}
