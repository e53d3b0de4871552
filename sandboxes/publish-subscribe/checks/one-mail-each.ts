import { asRecord, type Check, failed, is, type Of, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { factsOf, type Order, ordersOf } from '../reading.ts';
import { fourFacts } from '../scenarios.ts';
import { lateDeliveries } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { unconfirmed } from './unconfirmed.ts';

export const oneMailEach: Check = {
  id: 'one-mail-each',
  title: 'Each order is confirmed by one mail, although confirmation runs in two instances',
  scenario: fourFacts,
  scope: [lateDeliveries],
  verdict: (trace) => nobodyOrdered(trace) ?? unconfirmed(trace) ?? mailedTwice(trace) ?? passed(),
};

function mailedTwice(trace: Trace): Verdict | undefined {
  for (const order of ordersOf(trace)) {
    const [one, other] = trace.filter(is('mailed')).filter(({ to }) => to === order.email);
    if (!one || !other) continue;
    const [first, second] = [one, other].map((mail) => reasonFor(trace, order, mail));
    const twice = `${order.name} ordered once and got two mails, at ${one.at} ms and at ${other.at} ms`;
    if (first && second && first.topic !== second.topic) {
      const odd = first.topic === 'order.created' ? second : first;
      return failed(
        `${twice}. One of them followed ${odd.topic}, which confirmation was handed at ${odd.at} ms: it is bound to more than it means.`,
        ...present(odd, one, other),
      );
    }
    if (first && second && first.queue !== second.queue) {
      return failed(
        `${twice}: the queues ${first.queue} and ${second.queue} each got a copy of order.created. Instances that should share the work take from one queue.`,
        ...present(toldOf(trace, order), one, other),
      );
    }
    return failed(`${twice}.`, ...present(first, one, second, other));
  }
  return undefined;
}

const toldOf = (trace: Trace, order: Order) =>
  factsOf(trace, 'order.created').find((fact) => fact.order?.id === order.id)?.entry;

/** What the instance that sent this mail had last been handed about the order. */
function reasonFor(trace: Trace, order: Order, mail: Of<'mailed'>): Of<'delivered'> | undefined {
  return trace
    .filter(is('delivered'))
    .filter(({ process, instance, seq }) => process === mail.process && instance === mail.instance && seq < mail.seq)
    .findLast(({ body }) => asRecord(body).orderId === order.id);
}
