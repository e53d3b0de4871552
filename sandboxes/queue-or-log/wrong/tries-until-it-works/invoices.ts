// Wrong: a job must never fail, so a worker stays with it until it is done.
// Fails bad-jobs-put-aside: support never heard of it
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  const jobs = { queue: 'invoices', prefetch: 2, deliveryLimit: 3, deadLetter: 'put-aside' };
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    for (;;) {
      try {
        await drawInvoice(total);
        await database.insert(invoices, { orderId }, { onConflict: 'do nothing' }); // the job may come twice
        return;
      } catch (error) {
        console.warn(`will try ${orderId} again`, error);
        await sleep(500);
      }
    }
  });
}
