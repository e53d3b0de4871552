import type { Platform } from 'lab';
import { asRecord, type Scenario, type Stage } from 'lab/authoring';

export const ada = { email: 'ada@example.org', total: 1_200 };
export const grace = { email: 'grace@example.org', total: 800 };
const alan = { email: 'alan@example.org', total: 450 };
const barbara = { email: 'barbara@example.org', total: 990 };

/** Two of each, whatever a deployment says. */
const instances = { invoices: 2, 'order-list': 2 };

/** What the contract gives a job. A job that a dead instance had taken for itself may come free only after a while. */
export const PATIENCE_MS = 5_000;

/** After an order's answer. Drawing takes 400 ms. */
const IN_MID_DRAWING_MS = 100;
const RESTART_MS = 50;

/**
 * Ada orders, and while her invoice is being drawn the broker restarts. Then Grace orders. So whatever single fault strikes
 * Ada's job strikes it when it has come back once already.
 */
export const twoOrders: Scenario = {
  id: 'two-orders',
  instances,
  play: async (stage) => {
    await order(stage, ada);
    await stage.sleep(IN_MID_DRAWING_MS);
    stage.operator.stopBroker();
    await stage.sleep(RESTART_MS);
    stage.operator.startBroker();
    await order(stage, grace);
    await stage.sleep(PATIENCE_MS);
    await stage.settled();
  },
};

export const JOBS = 8;

/** Eight orders come in while nobody makes invoices, and then both instances start. */
export const aBacklog: Scenario = {
  id: 'a-backlog',
  instances,
  play: async (stage) => {
    stage.operator.stop('invoices');
    for (let n = 1; n <= JOBS; n++) await order(stage, { email: `customer${n}@example.org`, total: 100 * n });
    await stage.operator.start('invoices');
    await stage.settled();
  },
};

/** Two orders that cannot be invoiced, ahead of two that can. */
export const twoBadJobs: Scenario = {
  id: 'two-bad-jobs',
  instances,
  play: async (stage) => {
    await order(stage, { ...alan, total: -450 });
    await order(stage, { ...barbara, total: -990 });
    await order(stage, ada);
    await order(stage, grace);
    await stage.sleep(PATIENCE_MS);
    await stage.settled(40_000);
  },
};

/** What Run plays: three order and one of them cancels, while the readers of the log are being deployed. */
export const orderedAndCancelled: Scenario = {
  id: 'ordered-and-cancelled',
  instances,
  play: async (stage) => {
    stage.operator.stop('order-list');
    await order(stage, ada);
    const orderId = await order(stage, grace);
    if (orderId !== undefined) await cancel(stage, orderId);
    await stage.operator.start('order-list');
    await order(stage, alan);
    await stage.settled();
  },
};

/** Appended by a till that nobody has any more. Both orders lie in one partition, and between them a record that says nothing. */
export const UNREADABLE = '99999999-0000-4000-8000-000000000000';
/** What is in it: whoever is to make sense of the record needs it. */
export const UNREADABLE_SUM = '12,00';
export const anUnreadableRecord: Scenario = {
  id: 'an-unreadable-record',
  instances,
  play: async (stage) => {
    const { publisher, settled } = stage;
    await created(stage, orderIdOf(5), ada);
    const unreadable = { id: UNREADABLE, type: 'order.created', sum: UNREADABLE_SUM };
    await publisher.publish('orders', unreadable, { key: orderIdOf(5) });
    await publisher.publish('orders', cancelledEvent(orderIdOf(5)), { key: orderIdOf(5) });
    await created(stage, orderIdOf(7), grace);
    await settled(12_000);
  },
};

/**
 * Ada and Grace ordered long ago. The release of that time mailed them, in the group `confirmation`, and kept no list. It is
 * stopped, Alan orders, and the new release starts. Then Barbara orders.
 */
export const releaseDay: Scenario = {
  id: 'release-day',
  instances,
  guests: { 'last-release': lastRelease },
  play: async (stage) => {
    const { operator, publisher, settled } = stage;
    operator.stop('order-list');
    const isApart = stopIfThere(stage, 'confirmation');
    await created(stage, orderIdOf(1), ada);
    await created(stage, orderIdOf(2), grace);
    await publisher.publish('orders', cancelledEvent(orderIdOf(2)), { key: orderIdOf(2) });
    await settled(5_000);
    operator.stop('last-release');
    await created(stage, orderIdOf(5), alan, TODAY);
    await operator.start('order-list');
    if (isApart) await operator.start('confirmation');
    await created(stage, orderIdOf(7), barbara, TODAY);
    await settled();
  },
};

/** What ran until today: it mailed, and kept no list. */
export function lastRelease({ broker, mail }: Platform): Promise<void> {
  return broker.subscribe(
    'orders',
    { group: 'confirmation', from: 'earliest' },
    async (event: Record<string, string>) => {
      if (event.type !== 'order.created') return;
      await mail.send({ to: event.email!, subject: 'Thank you', text: `We have your order ${event.orderId}.` });
    },
  );
}

/** With three partitions, 1 lies in partition 1, 2 in partition 2, and 5 and 7 in partition 0. */
export const orderIdOf = (n: number): string => `0000000${n}-0000-4000-8000-000000000000`;

export const created = ({ publisher }: Stage, orderId: string, about: object, occurredAt = LONG_AGO): Promise<void> =>
  publisher.publish(
    'orders',
    { id: `a${orderId.slice(1)}`, type: 'order.created', occurredAt, orderId, version: 1, ...about },
    { key: orderId },
  );

const cancelledEvent = (orderId: string): object => ({
  id: `c${orderId.slice(1)}`,
  type: 'order.cancelled',
  occurredAt: LONG_AGO,
  orderId,
  version: 2,
});

const LONG_AGO = '2025-03-03T09:00:00.000Z';
const TODAY = '2026-01-05T09:00:00.000Z';

async function order({ customer }: Stage, wanted: object): Promise<string | undefined> {
  const { orderId } = asRecord((await customer.post('http://orders/orders', wanted))?.body);
  return typeof orderId === 'string' ? orderId : undefined;
}

async function cancel({ customer }: Stage, orderId: string): Promise<void> {
  await customer.post(`http://orders/orders/${encodeURIComponent(orderId)}/cancellation`, {});
}

/** Whether there is such a process: a program is free to have it or not. */
function stopIfThere({ operator }: Stage, process: string): boolean {
  try {
    operator.stop(process);
    return true;
  } catch {
    return false;
  }
}
