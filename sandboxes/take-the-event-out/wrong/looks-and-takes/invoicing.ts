// Wrong: a transaction keeps others off what is read in it.
// Fails invoiced-once: Nothing kept the second one off
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { invoices, jobs } from './schema.ts';

type Invoice = { orderId: string; total: number };

export default function start({ database }: Platform) {
  async function invoiceNext(): Promise<boolean> {
    return database.transaction(async (tx) => {
      const [job] = await tx.select(jobs, { kind: 'invoice', doneAt: null }, { limit: 1 });
      if (!job) return false;
      const { orderId, total } = job.body as Invoice;
      await tx.insert(invoices, { id: crypto.randomUUID(), orderId, total });
      await tx.update(jobs, { id: job.id }, { doneAt: new Date().toISOString() });
      return true;
    });
  }

  async function work() {
    for (;;) {
      const isDone = await invoiceNext().catch((error) => console.warn('will try again', error));
      if (!isDone) await sleep(100);
    }
  }
  void work();
}
