// Wrong: an order knows best whether it is invoiced, and whoever invoices it may as well write that down there.
// Fails invoiced-once: wrote into the table orders
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { invoices, orders } from './schema.ts';

export default function start({ database }: Platform) {
  async function invoiceNext(): Promise<boolean> {
    return database.transaction(async (tx) => {
      const [order] = await tx.select(orders, { invoicedAt: null }, { limit: 1, lock: 'for update skip locked' });
      if (!order) return false;
      await tx.insert(invoices, { id: crypto.randomUUID(), orderId: order.id, total: order.total });
      await tx.update(orders, { id: order.id }, { invoicedAt: new Date().toISOString() });
      return true;
    });
  }

  async function work() {
    for (;;) {
      const isDone = await invoiceNext().catch((error) => console.warn('will try again', error));
      if (!isDone) await sleep(100);
    }
  }
  void work();
}
