import type { Platform } from 'lab';
import { drawInvoice } from './pdf.ts';
import { invoices } from './schema.ts';

type Job = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'invoices' }, async (job: Job) => {
    const cannotBeDone = await tryToDraw(job.total);
    // Put aside by hand: then it is we who say what can never be done, and the limit is left for what kills us.
    if (cannotBeDone) await broker.send('put-aside', { because: cannotBeDone, job });
    else await database.insert(invoices, { orderId: job.orderId }, { onConflict: 'do nothing' });
  });
}

async function tryToDraw(total: number): Promise<string | undefined> {
  try {
    await drawInvoice(total);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
