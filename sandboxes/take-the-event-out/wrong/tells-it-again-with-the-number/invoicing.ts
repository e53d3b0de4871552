// Wrong: whoever listens to orders will want the number of the invoice, so tell the order once more.
// Fails told-to-whoever-listens: under another id
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { invoices, jobs, orders, outbox } from './schema.ts';

type Invoice = { orderId: string; total: number };

export default function start({ database }: Platform) {
  async function invoiceNext(): Promise<boolean> {
    return database.transaction(async (tx) => {
      const [job] = await tx.select(
        jobs,
        { kind: 'invoice', doneAt: null },
        { limit: 1, lock: 'for update skip locked' },
      );
      if (!job) return false;
      const { orderId, total } = job.body as Invoice;
      await tx.insert(invoices, { id: job.id, orderId, total });
      await tx.update(jobs, { id: job.id }, { doneAt: new Date().toISOString() });
      const [order] = await tx.select(orders, { id: orderId });
      const id = crypto.randomUUID();
      const told = { id, type: 'order.placed', occurredAt: new Date().toISOString(), orderId, invoiceId: job.id };
      await tx.insert(outbox, {
        id,
        topic: told.type,
        body: { ...told, email: order?.email, total },
      });
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
