// Wrong: the broker's own limit of twenty is a good one, for it was chosen by people who know.
// Fails bad-jobs-put-aside: support was handed it only after
import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  const jobs = { queue: 'invoices', prefetch: 2, deadLetter: 'put-aside' };
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    await drawInvoice(total);
    await database.insert(invoices, { orderId }, { onConflict: 'do nothing' }); // the job may come twice
  });
}
