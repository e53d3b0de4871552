import type { Platform } from 'lab';
import { confirmations } from './schema.ts';

type OrderCreated = { id: string; orderId: string; email: string; total: number };

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe(
    'order.created',
    { queue: 'confirmation-mails' },
    async ({ id, orderId, email, total }: OrderCreated) => {
      const [done] = await database.select(confirmations, { eventId: id });
      if (done) return;
      await mail.send({ to: email, subject: `Order ${orderId}`, text: `${total / 100} euros. Thank you.` });
      await database.insert(confirmations, { eventId: id, orderId, sentAt: new Date().toISOString() });
    },
  );
}
