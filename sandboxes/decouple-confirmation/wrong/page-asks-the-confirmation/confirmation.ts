import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { confirmations, outbox } from './schema.ts';

export default async function start({ app, broker, database, mail }: Platform) {
  app.get('/sent/:orderId', async ({ params }) => {
    const [record] = await database.select(confirmations, { orderId: params.orderId });
    return { status: 200, body: { sent: record !== undefined } };
  });

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
  });
}
