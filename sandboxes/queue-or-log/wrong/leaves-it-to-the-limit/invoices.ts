// Wrong: the delivery limit takes care of jobs that cannot be done.
// Fails bad-jobs-put-aside: knew no dead letter queue for it
import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  const jobs = { queue: 'invoices', prefetch: 2, deliveryLimit: 3 };
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    await drawInvoice(total);
    await database.insert(invoices, { orderId }, { onConflict: 'do nothing' }); // the job may come twice
  });
}
