// Wrong: the more jobs an instance has at hand, the less it waits for the broker.
// Fails backlog-is-shared: stands idle beside a full desk
import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  const jobs = { queue: 'invoices', prefetch: 250, deliveryLimit: 3, deadLetter: 'put-aside' };
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    await drawInvoice(total);
    await database.insert(invoices, { orderId }, { onConflict: 'do nothing' }); // the job may come twice
  });
}
