// Wrong: an instance hears everything in a queue of its own, and as only one wins the row, only one mails.
// Fails away-and-back: leaves behind what lies under the last one
import type { Platform } from 'lab';
import { claims } from './schema.ts';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, database, mail }: Platform) {
  const instance = crypto.randomUUID().slice(0, 8);
  await broker.subscribe(
    'order.created',
    { queue: `confirmation-${instance}` },
    async ({ orderId, email }: OrderCreated) => {
      await database.transaction(async (tx) => {
        const isMine = await tx.insert(claims, { orderId }, { onConflict: 'do nothing' });
        if (isMine) await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
      });
    },
  );
}
