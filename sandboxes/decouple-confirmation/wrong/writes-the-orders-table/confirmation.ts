// Wrong: one database is shared anyway, so the handler may set the order's state itself.
// Fails live-apart: which is not its own
import type { Platform } from 'lab';
import type { OrderCreated } from './events.ts';
import { confirmations, orders } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async (event: OrderCreated) => {
    await database.transaction(async (tx) => {
      const record = { eventId: event.id, orderId: event.orderId, sentAt: new Date().toISOString() };
      const first = await tx.insert(confirmations, record, { onConflict: 'do nothing' });
      if (!first) return;
      await mail.send({ to: event.email, subject: 'Your order', text: `Order ${event.orderId} is placed.` });
      await tx.update(orders, { id: event.orderId }, { confirmation: 'sent' });
    });
  });
}
