// Wrong: what has failed once will fail again, so it goes to support at once.
// Fails invoiced-whatever-dies: no reason to give it up
// Fails bad-jobs-put-aside: with the two that cannot be done
import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  const jobs = { queue: 'invoices', prefetch: 2, deliveryLimit: 0, deadLetter: 'put-aside' };
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    await drawInvoice(total);
    await database.insert(invoices, { orderId }, { onConflict: 'do nothing' }); // the job may come twice
  });
}
