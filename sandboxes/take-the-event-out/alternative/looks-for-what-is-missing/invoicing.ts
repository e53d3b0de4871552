import type { Platform } from 'lab';
import { invoices, orders } from './schema.ts';

/** Which orders have no invoice? The question needs no message. It reads more than it would have to, and nothing is lost. */
export default function start({ database }: Platform) {
  async function invoiceMissing() {
    const invoiced = new Set((await database.select(invoices)).map(({ orderId }) => orderId));
    for (const { id, total } of await database.select(orders)) {
      if (!invoiced.has(id)) await database.insert(invoices, { orderId: id, total }, { onConflict: 'do nothing' });
    }
  }

  let isBusy = false;
  setInterval(async () => {
    if (isBusy) return;
    isBusy = true;
    await invoiceMissing().catch((error) => console.warn('next time', error));
    isBusy = false;
  }, 200);
}
