import { failed, type Trace, type Verdict } from 'lab/authoring';
import { cents, type Invoice, ordersOf } from '../reading.ts';

/** The failure when an invoice is for no order that was stored, or over another total than the order. */
export function groundless(trace: Trace, { orderId, total, entry }: Invoice): Verdict | undefined {
  const order = ordersOf(trace).find(({ id }) => id === orderId);
  if (!order || order.entry.seq > entry.seq)
    return failed(`An invoice was written at ${entry.at} ms for an order that was not stored.`, entry);
  if (order.total === total) return undefined;
  return failed(
    `${order.name}'s order is over ${cents(order.total)}, and at ${entry.at} ms it was invoiced with ${cents(total)}.`,
    order.entry,
    entry,
  );
}
