import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { jobs } from './schema.ts';

type Confirmation = { orderId: string; email: string };

export default function start({ database, mail }: Platform) {
  async function confirmNext(): Promise<boolean> {
    return database.transaction(async (tx) => {
      const [job] = await tx.select(
        jobs,
        { kind: 'confirmation', doneAt: null },
        { limit: 1, lock: 'for update skip locked' },
      );
      if (!job) return false;
      const { orderId, email } = job.body as Confirmation;
      await mail.send({ to: email, subject: 'Your order', text: `Order ${orderId} is placed.` });
      await tx.update(jobs, { id: job.id }, { doneAt: new Date().toISOString() });
      return true;
    });
  }

  async function work() {
    for (;;) {
      const isDone = await confirmNext().catch((error) => console.warn('will try again', error));
      if (!isDone) await sleep(100);
    }
  }
  void work();
}
