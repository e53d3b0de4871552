import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

/** Work: each job is done by one of us, and then it is gone. */
export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'invoices', ack: 'on delivery' }, async (job: Job) => {
    await drawInvoice(job.total);
    await database.insert(invoices, { orderId: job.orderId });
  });
}
