// Wrong: a handler should return quickly, so the slow part runs in the background.
// Fails invoiced-whatever-dies: to the queue it was done
// Fails bad-jobs-put-aside: support never heard of it
import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  const jobs = { queue: 'invoices', prefetch: 2, deliveryLimit: 3, deadLetter: 'put-aside' };
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    void drawInvoice(total)
      .then(() => database.insert(invoices, { orderId }, { onConflict: 'do nothing' }))
      .catch((error) => console.error(`no invoice for ${orderId}`, error));
  });
}
