// Wrong: with an outbox the event is safe, so invoicing may rest on it.
// Fails invoiced-without-the-broker: the work went by another machine
// Fails invoiced-by-a-latecomer: left to whoever listened
import type { Platform } from 'lab';
import { invoices } from './schema.ts';

type OrderPlaced = { id: string; orderId: string; total: number };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.placed', { queue: 'invoicing' }, async ({ id, orderId, total }: OrderPlaced) => {
    await database.insert(invoices, { id, orderId, total }, { onConflict: 'do nothing' });
  });
}
