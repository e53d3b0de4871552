// Wrong: a job that has reached a worker is as good as done, so it can leave the queue.
// Fails invoiced-whatever-dies: to the queue it was done
// Fails bad-jobs-put-aside: acknowledged when it was delivered
import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  const jobs = { queue: 'invoices', deliveryLimit: 3, deadLetter: 'put-aside', ack: 'on delivery' } as const;
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    await drawInvoice(total);
    await database.insert(invoices, { orderId }, { onConflict: 'do nothing' }); // the job may come twice
  });
}
