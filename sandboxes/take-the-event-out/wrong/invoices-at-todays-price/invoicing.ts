// Wrong: an invoice says what a thing costs, and what it costs, pricing knows.
// Fails priced-by-pricing: it was invoiced with 350 cents
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { invoices, jobs, orders } from './schema.ts';

export default function start({ database }: Platform) {
  async function invoiceNext(): Promise<boolean> {
    return database.transaction(async (tx) => {
      const [job] = await tx.select(jobs, { doneAt: null }, { limit: 1, lock: 'for update skip locked' });
      if (!job) return false;
      const { orderId } = job.body as { orderId: string };
      const [order] = await tx.select(orders, { id: orderId });
      const answer = await fetch(`http://pricing/prices/${order!.sku}`, { signal: AbortSignal.timeout(300) });
      const { cents } = (await answer.json()) as { cents: number };
      await tx.insert(invoices, { id: job.id, orderId, total: cents });
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
