import { type Check, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { lastCrash, nobodyOrdered, ordersOf } from '../reading.ts';
import { orderedAndCancelled } from '../scenarios.ts';
import { crashesOf, failingCommitsOf, failingPublishes } from '../weather.ts';
import { offTheList } from './off-the-list.ts';

export const listFollowsTheLog: Check = {
  id: 'list-follows-the-log',
  title: 'The list shows each order as its last event left it, whatever dies',
  scenario: orderedAndCancelled,
  scope: [crashesOf('order-list'), failingCommitsOf('order-list'), failingPublishes],
  verdict: (trace) => nobodyOrdered(trace) ?? untold(trace) ?? offTheList(trace) ?? passed(),
};

function untold(trace: Trace): Verdict | undefined {
  const told = (id: string) =>
    trace.filter(is('appended')).some(({ log, body }) => log === 'orders' && JSON.stringify(body).includes(id));
  const order = ordersOf(trace).find(({ id }) => !told(id));
  return (
    order &&
    failed(
      `${order.name}'s order was accepted at ${order.answer.at} ms, and the log orders knows nothing of it.`,
      ...present(order.answer, lastCrash(trace)),
    )
  );
}
