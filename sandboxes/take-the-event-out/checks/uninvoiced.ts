import { failed, is, type Of, present, type Trace, type Verdict } from 'lab/authoring';
import { invoicesOf, lastMishap, type Order, ordersOf } from '../reading.ts';

/** The failure when an order that is in the table never got its invoice. `why` says what was in the way. */
export function uninvoiced(
  trace: Trace,
  why: (order: Order) => string | undefined = () => undefined,
): Verdict | undefined {
  const invoices = invoicesOf(trace);
  const order = ordersOf(trace).find(({ id }) => !invoices.some(({ orderId }) => orderId === id));
  if (!order) return undefined;
  const mishap = lastMishap(trace);
  const reason = why(order) ?? (mishap && said(mishap));
  return failed(
    `${order.name}'s order was stored at ${order.entry.at} ms and never invoiced${reason === undefined ? '' : `: ${reason}`}.`,
    ...present(order.entry, mishap),
  );
}

function said(mishap: Of<'crashed'> | Of<'rolled back'>): string {
  if (is('rolled back')(mishap)) return `${mishap.process} rolled back at ${mishap.at} ms (${mishap.because})`;
  const how = mishap.because === 'stopped' ? 'was stopped' : 'crashed';
  return `${mishap.process} ${how} at ${mishap.at} ms`;
}
