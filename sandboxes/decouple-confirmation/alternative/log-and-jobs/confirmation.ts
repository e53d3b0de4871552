import type { Platform } from 'lab';
import { mails } from './schema.ts';

type OrderCreated = { id: string; orderId: string; email: string; total: number };

/** Hearing of an order and mailing are two steps: the first only notes a job, the second does it. */
export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('order.created', { group: 'confirmation', from: 'earliest' }, async (event: OrderCreated) => {
    const { id: eventId, orderId, email, total } = event;
    await database.insert(mails, { eventId, orderId, email, total }, { onConflict: 'do nothing' });
  });

  /** The lock keeps the other instance from the job; a crash gives it back. */
  async function doOneJob() {
    await database.transaction(async (tx) => {
      const [job] = await tx.select(mails, { sentAt: null }, { limit: 1, lock: 'for update skip locked' });
      if (!job) return;
      await mail.send({
        to: job.email,
        subject: 'Your order',
        text: `Order ${job.orderId}: ${job.total / 100} euros.`,
      });
      await tx.update(mails, { eventId: job.eventId }, { sentAt: new Date().toISOString() });
    });
  }

  let busy = false;
  setInterval(async () => {
    if (busy) return;
    busy = true;
    await doOneJob().catch((error) => console.warn('will try again', error));
    busy = false;
  }, 30);
}
