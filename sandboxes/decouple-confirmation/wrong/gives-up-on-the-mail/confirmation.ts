// Wrong: three tries are enough; after that it will not work, and an event must not block the queue.
// Fails accepted-while-down: Grace's order was never confirmed
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { confirmations, outbox } from './schema.ts';

const TRIES = 3;

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
      const record = { eventId: event.id, orderId: event.orderId, sentAt: now };
      const first = await tx.insert(confirmations, record, { onConflict: 'do nothing' });
      if (!first) return;
      await sendPatiently(event);
      await tx.insert(outbox, { id: sent.id, topic: sent.type, body: sent });
    });
  });

  async function sendPatiently({ email, orderId, total }: OrderCreated) {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      try {
        return await mail.send({ to: email, subject: 'Your order', text: `Order ${orderId}: ${total / 100} euros.` });
      } catch (error) {
        console.warn(`attempt ${attempt} of ${TRIES}`, error);
        await sleep(200 * attempt);
      }
    }
  }
}
