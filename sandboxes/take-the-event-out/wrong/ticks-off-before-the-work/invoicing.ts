// Wrong: whoever takes a job ticks it off at once, so that nobody else takes it.
// Fails invoiced-once: and never invoiced
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { invoices, jobs } from './schema.ts';

type Invoice = { orderId: string; total: number };

export default function start({ database }: Platform) {
  async function take() {
    return database.transaction(async (tx) => {
      const [job] = await tx.select(
        jobs,
        { kind: 'invoice', doneAt: null },
        { limit: 1, lock: 'for update skip locked' },
      );
      if (job) await tx.update(jobs, { id: job.id }, { doneAt: new Date().toISOString() });
      return job;
    });
  }

  async function invoiceNext(): Promise<boolean> {
    const job = await take();
    if (!job) return false;
    const { orderId, total } = job.body as Invoice;
    await database.insert(invoices, { id: job.id, orderId, total });
    return true;
  }

  async function work() {
    for (;;) {
      const isDone = await invoiceNext().catch((error) => console.warn('will try again', error));
      if (!isDone) await sleep(100);
    }
  }
  void work();
}
