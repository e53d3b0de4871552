import { type Check, failed, passed, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { factsOf, lastLook, ordersOf } from '../reading.ts';
import { nobodyListens } from '../scenarios.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const nobodyNeedListen: Check = {
  id: 'nobody-need-listen',
  title: 'With nobody listening to order.placed, an order is placed and told all the same',
  scenario: nobodyListens,
  scope: [],
  verdict: (trace) => nobodyOrdered(trace) ?? untold(trace) ?? passed(),
};

function untold(trace: Trace): Verdict | undefined {
  for (const order of ordersOf(trace)) {
    const { status, answer } = lastLook(trace, order);
    if (status !== 'placed') {
      return failed(
        `Nobody listened to order.placed, and ${order.name}'s page said ${quoted(status)} when all was quiet. Whoever needs somebody to react has sent a command.`,
        ...present(order.answer, answer),
      );
    }
    if (!factsOf(trace, 'order.placed').some(({ body }) => body.orderId === order.id))
      return failed(
        `${order.name}'s order was placed and order.placed was not told. A fact is told to nobody, too.`,
        ...present(answer),
      );
  }
  return undefined;
}
