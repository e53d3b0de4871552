import { type Check, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { invoicesOf, ordersOf } from '../reading.ts';
import { brokerIsDown } from '../scenarios.ts';
import { uninvoiced } from './uninvoiced.ts';

export const invoicedWithoutTheBroker: Check = {
  id: 'invoiced-without-the-broker',
  title: 'With the broker down every order is invoiced all the same, and not only when it is back',
  scenario: brokerIsDown,
  scope: [],
  verdict: (trace) => noOrder(trace) ?? uninvoiced(trace) ?? waited(trace) ?? passed(),
};

function noOrder(trace: Trace): Verdict | undefined {
  if (ordersOf(trace).length > 0) return undefined;
  return failed(
    'While the broker was down, no order was stored, so there was nothing to invoice.',
    ...trace.filter(is('broker')),
  );
}

function waited(trace: Trace): Verdict | undefined {
  const up = trace.filter(is('broker')).find(({ state }) => state === 'up');
  for (const order of ordersOf(trace)) {
    const invoice = invoicesOf(trace).find(({ orderId }) => orderId === order.id);
    if (!up || !invoice || invoice.entry.seq < up.seq) continue;
    return failed(
      `${order.name}'s order was stored at ${order.entry.at} ms. The broker was back at ${up.at} ms, and only then, at ${invoice.entry.at} ms, was it invoiced. Both tables are in one database, and the work went by another machine.`,
      ...present(order.entry, up, invoice.entry),
    );
  }
  return undefined;
}
