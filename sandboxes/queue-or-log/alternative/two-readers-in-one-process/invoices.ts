import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  const jobs = { queue: 'invoices', prefetch: 1, deliveryLimit: 5, deadLetter: 'put-aside' };
  await broker.consume(jobs, async ({ orderId, total }: Job) => {
    const [done] = await database.select(invoices, { orderId });
    if (done) return;
    await drawInvoice(total);
    await database.insert(invoices, { orderId }, { onConflict: 'do nothing' });
  });
}
