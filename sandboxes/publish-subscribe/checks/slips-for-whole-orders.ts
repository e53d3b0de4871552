import {
  asRecord,
  type Check,
  committed,
  failed,
  is,
  passed,
  present,
  quoted,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { type Fact, factsOf, isAboutOrders, named, ordersOf } from '../reading.ts';
import { factsToCome } from '../scenarios.ts';
import { copies, lateDeliveries } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { missing, slipFor } from './unrecorded.ts';

export const slipsForWholeOrders: Check = {
  id: 'slips-for-whole-orders',
  title: 'Stock writes a slip for every fact about an order as a whole, new ones too, and for nothing else',
  scenario: factsToCome,
  scope: [lateDeliveries, copies],
  verdict: (trace) => nobodyOrdered(trace) ?? tooLittle(trace) ?? tooMuch(trace) ?? passed(),
};

const isAboutTheWhole = ({ topic }: Fact): boolean => isAboutOrders(topic) && topic.split('.').length === 2;

function tooLittle(trace: Trace): Verdict | undefined {
  const missed = factsOf(trace).find((fact) => isAboutTheWhole(fact) && fact.order && !slipFor(trace, fact));
  return missed && missing(trace, 'stock', `The stock process has no slip of ${named(missed)}.`, missed);
}

function tooMuch(trace: Trace): Verdict | undefined {
  const wanted = factsOf(trace).filter(isAboutTheWhole);
  for (const { row, op, entry } of committed(trace, 'slips')) {
    const calledFor = wanted.some(({ topic, order }) => order?.id === row.orderId && topic.split('.')[1] === row.what);
    if (calledFor || op === 'delete') continue;
    const handed = trace
      .filter(is('delivered'))
      .filter(({ process, seq }) => process === 'stock' && seq < entry.seq)
      .findLast(({ topic, body }) => topic.split('.').length > 2 || asRecord(body).orderId === row.orderId);
    const bound = trace.filter(is('bound')).find(({ queue }) => queue === handed?.queue);
    const order = ordersOf(trace).find(({ id }) => id === row.orderId);
    const reason = handed
      ? ` It had been handed ${handed.topic} at ${handed.at} ms${bound ? `, because its queue is bound to ${bound.topics.join(' and ')}` : ''}.`
      : '';
    return failed(
      `The stock process wrote a slip that says ${quoted(row.what)} about ${order ? `${order.name}'s order` : 'no known order'} at ${entry.at} ms, and nothing of that name happened to an order as a whole.${reason}`,
      ...present(bound, handed, entry),
    );
  }
  return undefined;
}
