import type { Platform } from 'lab';
import {
  type Check,
  customerName,
  failed,
  passed,
  receptions,
  type Scenario,
  type Trace,
  tellings,
  type Verdict,
} from 'lab/authoring';
import { isAbout, placedOrders } from '../reading-the-trace.ts';
import { busyQuarterSecond } from '../scenarios.ts';
import { nothingStored, somebodyUnconfirmed } from './everybody-confirmed.ts';

/** More than any queue or group needs to show that it goes on; few enough for a log's partition to come to rest. */
const FAILURES = 8;

/** A loyalty programme joins, whether `order.created` is a topic of queues or a log, and cannot deal with what it hears. */
async function loyalty({ broker }: Platform): Promise<void> {
  let failures = 0;
  const fail = () => {
    if (++failures <= FAILURES) throw new Error('the loyalty programme is not ready');
  };
  const asQueue = broker.subscribe('order.created', { queue: 'loyalty', deliveryLimit: 3 }, fail);
  await asQueue.catch(() => broker.subscribe('order.created', { group: 'loyalty', from: 'earliest' }, fail));
}

const withLoyalty: Scenario = { id: 'second-subscriber', guests: { loyalty }, play: busyQuarterSecond };

export const secondSubscriber: Check = {
  id: 'second-subscriber',
  title: 'A second subscriber can join without a change to the order code, and its failures harm nobody',
  scenario: withLoyalty,
  scope: [],
  verdict: (trace) => unheard(trace) ?? somebodyUnconfirmed(trace) ?? passed(),
};

function unheard(trace: Trace): Verdict | undefined {
  const orders = placedOrders(trace);
  if (orders.length === 0) return nothingStored(trace);
  const heard = receptions(trace, 'loyalty');
  const missed = orders.find((order) => !heard.some(({ body }) => isAbout(body, order)));
  if (!missed) return undefined;
  const told = tellings(trace)
    .filter(({ body }) => isAbout(body, missed))
    .map(({ entry }) => entry);
  const name = customerName(missed.email);
  const instead = told.length === 0 ? 'nothing about it was published' : `it was told to others only`;
  return failed(
    `A loyalty programme subscribed to order.created and heard nothing of ${name}'s order: ${instead}.`,
    missed.entry,
    ...told.slice(0, 1),
  );
}
