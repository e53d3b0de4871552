import type { Platform } from 'lab';
import { invoices } from './schema.ts';

type WriteInvoice = { orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'write-invoice' }, async ({ orderId, total }: WriteInvoice) => {
    await database.insert(invoices, { id: orderId, orderId, total }, { onConflict: 'do nothing' });
  });
}
