// Wrong: a job that is taken for half a second is nobody else's, and the work takes a few milliseconds.
// Fails invoiced-once: Nothing kept the second one off
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { invoices, jobs } from './schema.ts';

type Invoice = { orderId: string; total: number };

export default function start({ database }: Platform) {
  /** Whoever dies at it holds nobody up for long: then another may take it. */
  async function take() {
    return database.transaction(async (tx) => {
      const waiting = await tx.select(jobs, { kind: 'invoice', doneAt: null }, { lock: 'for update skip locked' });
      const now = new Date().toISOString();
      const job = waiting.find(({ takenUntil }) => takenUntil === null || takenUntil < now);
      if (job) await tx.update(jobs, { id: job.id }, { takenUntil: new Date(Date.now() + 500).toISOString() });
      return job;
    });
  }

  async function invoiceNext(): Promise<boolean> {
    const job = await take();
    if (!job) return false;
    const { orderId, total } = job.body as Invoice;
    await database.insert(invoices, { id: crypto.randomUUID(), orderId, total });
    await database.update(jobs, { id: job.id }, { doneAt: new Date().toISOString() });
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
