// Wrong: the orders table says it all, so the handler may look there for work; the event is for the others.
// Fails live-apart: it looked the order up in the table orders
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import type { ConfirmationSent } from './events.ts';
import { confirmations, orders, outbox } from './schema.ts';

export default function start({ database, mail }: Platform) {
  async function confirmWaiting() {
    for (const order of await database.select(orders, { confirmation: 'on its way' })) {
      const sent: ConfirmationSent = {
        id: crypto.randomUUID(),
        type: 'confirmation.sent',
        occurredAt: new Date().toISOString(),
        orderId: order.id,
        version: 1,
      };
      await database.transaction(async (tx) => {
        const record = { eventId: order.id, orderId: order.id, sentAt: sent.occurredAt };
        const first = await tx.insert(confirmations, record, { onConflict: 'do nothing' });
        if (!first) return;
        await mail.send({ to: order.email, subject: 'Your order', text: `Order ${order.id} is placed.` });
        await tx.insert(outbox, { id: sent.id, topic: sent.type, body: sent });
      });
    }
  }

  async function poll() {
    for (;;) {
      await confirmWaiting().catch((error) => console.warn('will try again', error));
      await sleep(50);
    }
  }
  void poll();
}
