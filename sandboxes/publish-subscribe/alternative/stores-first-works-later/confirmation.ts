import type { Platform } from 'lab';
import { mailed } from './schema.ts';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('order.created', { queue: 'mails' }, async ({ orderId, email }: OrderCreated) => {
    const [done] = await database.select(mailed, { orderId });
    if (done) return;
    await mail.send({ to: email, subject: `Order ${orderId}`, text: 'We have it. Thank you.' });
    await database.insert(mailed, { orderId }, { onConflict: 'do nothing' });
  });
}
