import { asRecord, type Scenario, type Seen, type Stage } from 'lab/authoring';
import { orderPath } from './order-page.ts';

export const ORDERS = 'http://orders/orders';
export const ada = { email: 'ada@example.org', total: 4200 };
export const grace = { email: 'grace@example.org', total: 990 };

/** What Run plays: two orders, and somebody who looks at Ada's page inside the window and after it. */
export const twoOrdersAndAReader: Scenario = {
  id: 'two-orders-and-a-reader',
  play: async (stage) => {
    const adas = await stage.customer.post(ORDERS, ada);
    await stage.sleep(20);
    await look(stage, adas);
    await stage.sleep(20);
    const graces = await stage.customer.post(ORDERS, grace);
    await stage.settled();
    await look(stage, adas);
    await look(stage, graces);
  },
};

const OTHERS = ['barbara', 'edsger', 'frances', 'ken', 'leslie', 'margaret', 'radia', 'tony', 'vint'];

/**
 * Three orders at once, then one after the other at growing distances: whenever a poller looks in this quarter of a second,
 * and however many orders it finds, the next one comes while it is still at work on them.
 */
export const busyQuarterSecond: Scenario['play'] = async ({ customer, sleep, settled }) => {
  const orders = [customer.post(ORDERS, ada), customer.post(ORDERS, grace)];
  for (const [i, name] of OTHERS.entries()) {
    orders.push(customer.post(ORDERS, { email: `${name}@example.org`, total: 1_000 + 100 * i }));
    await sleep(15 + 5 * i);
  }
  await Promise.all(orders);
  await settled();
};

/** Two orders in the same moment. */
export const twoOrders: Scenario = {
  id: 'two-orders',
  play: async ({ customer, settled }) => {
    await Promise.all([customer.post(ORDERS, ada), customer.post(ORDERS, grace)]);
    await settled();
  },
};

/** An id that no program gives to an order by chance. */
export const NOBODYS_ORDER = '00000000-0000-4000-8000-000000000000';

/**
 * Ada orders while everything is up, Grace, and Ada once more, while the confirmation process is down; then it comes back.
 */
export const confirmationIsDown: Scenario = {
  id: 'confirmation-is-down',
  play: (stage) =>
    whileConfirmationIsDown(stage, { looksAfterMs: [200], comesBack: () => stage.operator.start('confirmation') }),
};

/** How long Grace waits before she looks at her page again, while the confirmation process is down: four seconds in all. */
const GRACE_LOOKS_AFTER_MS = [200, 800, 3_000];

/** How long there is no mail when the confirmation process is back: any number of quick retries is too few. */
const NO_MAIL_FOR_MS = 3_000;

/**
 * The same; Grace looks at her page meanwhile and afterwards, and when the confirmation process comes back, it finds the
 * mail provider down.
 */
export const thenMailIsDown: Scenario = {
  id: 'then-mail-is-down',
  play: (stage) =>
    whileConfirmationIsDown(stage, {
      looksAfterMs: GRACE_LOOKS_AFTER_MS,
      comesBack: async () => {
        stage.operator.stopMail();
        await stage.operator.start('confirmation');
        await stage.sleep(NO_MAIL_FOR_MS);
        stage.operator.startMail();
      },
    }),
};

interface Outage {
  readonly looksAfterMs: readonly number[];
  readonly comesBack: () => Promise<void>;
}

async function whileConfirmationIsDown(stage: Stage, { looksAfterMs, comesBack }: Outage): Promise<void> {
  const { customer, operator, sleep, settled } = stage;
  /** A customer's patience is longer than that, and there is more to see. */
  const atMost5s = (answer: Promise<Seen | undefined>) => Promise.race([answer, settled(5_000).then(() => undefined)]);
  await customer.post(ORDERS, ada);
  await settled();
  operator.stop('confirmation');
  const graces = await atMost5s(customer.post(ORDERS, grace));
  for (const waitMs of looksAfterMs) {
    await sleep(waitMs);
    await look(stage, graces);
  }
  await atMost5s(customer.post(ORDERS, ada));
  await comesBack();
  await settled();
  await look(stage, graces);
}

/**
 * A deploy belongs to the weather, too: without it a memory of seen events would survive every single fault. It comes when
 * the mails have left; where a copy of an event is still to come, it does not wait for that.
 */
export const twoOrdersAndADeploy: Scenario = {
  id: 'two-orders-and-a-deploy',
  play: async ({ customer, operator, settled }) => {
    await Promise.all([customer.post(ORDERS, ada), customer.post(ORDERS, grace)]);
    await settled(2_000);
    operator.stop('confirmation');
    await operator.start('confirmation');
    await settled();
  },
};

/**
 * Ada orders and looks at her page every 30 ms, which is less than a mail takes, and once more when all is quiet. At last
 * somebody looks for an order that nobody placed.
 */
export const watchedOrder: Scenario = {
  id: 'watched-order',
  play: async (stage) => {
    const created = await stage.customer.post(ORDERS, ada);
    for (let looks = 0; looks < 7; looks++) {
      await look(stage, created);
      await stage.sleep(30);
    }
    await stage.settled();
    for (let tries = 0; tries < 5; tries++) {
      const seen = await look(stage, created);
      if (seen?.status === 200) break;
      await stage.sleep(200);
    }
    await stage.customer.get(`http://orders${orderPath(NOBODYS_ORDER)}`);
  },
};

/** Somebody opens the page of the order that this answer named; nothing happens when it named none. */
export async function look({ customer }: Stage, created: Seen | undefined): Promise<Seen | undefined> {
  const { orderId } = asRecord(created?.body);
  return typeof orderId === 'string' ? customer.get(`http://orders${orderPath(orderId)}`) : undefined;
}
