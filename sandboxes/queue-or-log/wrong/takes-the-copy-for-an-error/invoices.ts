// Wrong: an order that has its invoice already is an error, and an error is thrown.
// Fails invoiced-whatever-dies: is done, not broken
import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  // Two at a time, so that nobody hoards. What has come back three times goes where people look.
  const jobs = { queue: 'invoices', prefetch: 2, deliveryLimit: 3, deadLetter: 'put-aside' };
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    await drawInvoice(total);
    await database.insert(invoices, { orderId });
  });
}
