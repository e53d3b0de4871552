import type { Start } from 'lab';
import {
  type Asked,
  asRecord,
  type Check,
  customersAsked,
  failed,
  is,
  passed,
  type Scenario,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { type Fact, factsOf, named, ordersOf } from '../reading.ts';
import { fourFacts } from '../scenarios.ts';
import { failingPublishes } from '../weather.ts';
import { nobodyOrdered, routeOf, somebodyRefused } from './nobody-ordered.ts';

/** Another team, which has read the contract and bound its queue to one topic of it. */
const fraud: Start = ({ broker }) => broker.subscribe('order.payment.failed', { queue: 'fraud' }, () => {});

const watched: Scenario = { ...fourFacts, id: 'fraud-listens', guests: { fraud } };

export const toldByName: Check = {
  id: 'told-by-name',
  title: 'Each fact is published under the topic that was agreed, so that those who are bound to it get it',
  scenario: watched,
  scope: [failingPublishes],
  verdict: (trace) => nobodyOrdered(trace) ?? somebodyRefused(trace) ?? untold(trace) ?? unheard(trace) ?? passed(),
};

/** Who was told yes had asked for something, and that has happened now. */
function untold(trace: Trace): Verdict | undefined {
  for (const { call, answer, accepted } of customersAsked(trace, 'POST')) {
    const topic = topicFor(call.path);
    const order = ordersOf(trace).find(({ id }) => id === orderIdOf({ call, answer }));
    if (!answer || !accepted || topic === undefined || !order) continue;
    const told = factsOf(trace, topic).find((fact) => fact.order === order || fact.order?.id === order.id);
    if (!told)
      return (
        otherwiseTold(trace, topic, call, answer) ??
        failed(
          `${routeOf(call)} was answered ${answer.status} at ${answer.at} ms, and ${topic} was never published.`,
          call,
          answer,
        )
      );
    const shapeless = withoutId(told, order.id);
    if (shapeless) return failed(shapeless, told.entry);
  }
  return undefined;
}

/** The message that was put under another name, or into one queue, instead. */
function otherwiseTold(
  trace: Trace,
  topic: string,
  call: Asked['call'],
  answer: NonNullable<Asked['answer']>,
): Verdict | undefined {
  const instead = trace
    .filter(is('published'))
    .find(
      ({ seq, process, topic: other }) => process === 'orders' && seq > call.seq && seq < answer.seq && other !== topic,
    );
  if (!instead) return undefined;
  const fate =
    instead.to.length === 0
      ? 'No queue is bound to that, so the broker confirmed it and dropped it'
      : `It went into ${instead.to.join(' and ')}`;
  return failed(
    `The orders process published ${instead.topic} at ${instead.at} ms where ${topic} was agreed. ${fate}; who is bound to ${topic} heard nothing.`,
    instead,
  );
}

function withoutId({ topic, id, entry }: Fact, orderId: string): string | undefined {
  if (typeof id !== 'string' || id === '') return `${topic}, published at ${entry.at} ms, has no id of its own.`;
  return id === orderId
    ? `${topic}, published at ${entry.at} ms, has the order's id for its own: the next fact about this order would look like a copy of it.`
    : undefined;
}

function unheard(trace: Trace): Verdict | undefined {
  const heard = new Set(
    trace
      .filter(is('delivered'))
      .filter(({ process }) => process === 'fraud')
      .map(({ body }) => asRecord(body).id),
  );
  const missed = factsOf(trace, 'order.payment.failed').find(({ id }) => !heard.has(id));
  return missed && failed(`fraud is bound to order.payment.failed and did not get ${named(missed)}.`, missed.entry);
}

function topicFor(path: string): string | undefined {
  if (path === '/orders') return 'order.created';
  if (path.endsWith('/cancellation')) return 'order.cancelled';
  return path.endsWith('/failed-payment') ? 'order.payment.failed' : undefined;
}

function orderIdOf({ call, answer }: Pick<Asked, 'call' | 'answer'>): unknown {
  return call.path === '/orders' ? asRecord(answer?.body).orderId : decodeURIComponent(call.path.split('/')[2] ?? '');
}
