// Wrong: whoever has written the row mails, so nobody is mailed twice.
// Fails away-and-back: Handed it again
// Fails one-fails: it was not tried again
import type { Platform } from 'lab';
import { claims } from './schema.ts';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'confirmation' }, async ({ orderId, email }: OrderCreated) => {
    const isMine = await database.insert(claims, { orderId }, { onConflict: 'do nothing' });
    if (!isMine) return;
    await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
  });
}
