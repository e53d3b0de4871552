// Wrong: an event should only carry an id; whoever needs more asks the owner.
// Fails live-apart: The confirmation process called the orders process
import type { Platform } from 'lab';
import type { ConfirmationSent, OrderCreated } from './events.ts';
import { confirmations, outbox } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async (event: OrderCreated) => {
    const answer = await fetch(`http://orders/orders/${event.orderId}`);
    if (!answer.ok) throw new Error(`the order API answered ${answer.status}`); // we will be handed the event again
    const order = (await answer.json()) as { email: string; total: number };

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
      await mail.send({ to: order.email, subject: 'Your order', text: `Thank you for ${order.total / 100} euros.` });
      await tx.insert(outbox, { id: sent.id, topic: sent.type, body: sent });
    });
  });
}
