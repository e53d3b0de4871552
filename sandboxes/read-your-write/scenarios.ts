import { asRecord, type Scenario, type Seen, type Stage } from 'lab/authoring';

/** Two of what answers the reads, whatever a deployment says. */
const instances = { page: 2 };

/** How long somebody stays who only glances at a page. */
const PATIENCE_MS = 1_000;

/** So long, a play waits for rest. A projection that asks for what is new, again and again, never comes to it. */
const REST_MS = 5_000;

/** What Run plays: Ada orders pens, changes their number twice, and looks at her order right after each. */
export const changesAndLooks: Scenario = {
  id: 'changes-and-looks',
  instances,
  play: async (stage) => {
    const ada = readerOf(stage);
    await ada.order(2);
    await ada.look(0);
    await ada.change(3);
    await ada.look(0, 15, 50);
    await ada.change(4);
    await ada.look(0);
    await stage.settled(REST_MS);
  },
};

/** Ada has her order open in two tabs and saves both in the same moment; then she changes it once more. */
export const twoTabs: Scenario = {
  id: 'two-tabs',
  instances,
  play: async (stage) => {
    const ada = readerOf(stage);
    await ada.order(2);
    await Promise.all([ada.change(3), ada.change(5)]);
    await ada.change(4);
    await stage.settled(REST_MS);
  },
};

/** Ada orders, and keeps looking while the shop changes her order twice. */
export const shopChanges: Scenario = {
  id: 'the-shop-changes-it',
  instances,
  play: async (stage) => {
    const ada = readerOf(stage);
    await ada.order(2);
    await stage.sleep(500);
    const shop = async () => {
      await ada.changedByTheShop(3);
      await stage.sleep(60);
      await ada.changedByTheShop(4);
    };
    await Promise.all([shop(), ada.look(...Array.from({ length: 9 }, () => 12))]);
    await stage.settled(REST_MS);
  },
};

/** Three states of one order in quick succession; when all is quiet, somebody looks who has seen none of them. */
export const quickChanges: Scenario = {
  id: 'quick-changes',
  instances,
  play: async (stage) => {
    const ada = readerOf(stage);
    await ada.order(2);
    await ada.change(3);
    await ada.change(4);
    await stage.settled(REST_MS);
    await stage.sleep(1_000);
    await ada.lookedAtByOthers(4);
  },
};

/** The projection is down while Ada changes her order, and then the write side is, too. Both come back. */
export const projectionDown: Scenario = {
  id: 'the-projection-is-down',
  instances,
  play: async (stage) => {
    const { operator } = stage;
    const ada = readerOf(stage);
    await ada.order(2);
    await stage.sleep(500);
    await ada.look(0);
    operator.stop('projection');
    await ada.change(3);
    await ada.glance();
    await ada.glance();
    operator.stop('orders');
    await ada.glance();
    await ada.glance();
    await Promise.all([operator.start('projection'), operator.start('orders')]);
    await stage.settled(REST_MS);
    await stage.sleep(1_000);
    await ada.lookUntilShown();
  },
};

/** The read side has long caught up. Ada looks; then the write side goes away, and she looks again. */
export const ordersAway: Scenario = {
  id: 'orders-is-away',
  instances,
  play: async (stage) => {
    const ada = readerOf(stage);
    await ada.order(2);
    await ada.change(3);
    await stage.settled(REST_MS);
    await stage.sleep(1_000);
    await ada.look(0, 0);
    stage.operator.stop('orders');
    await ada.look(200, 0, 0, 0);
  },
};

/**
 * Somebody with one order, and with the memory that a page in a browser has: the newest version of it that any answer named.
 * Every look asks for at least that one.
 */
export function readerOf({ customer, sleep }: Stage) {
  let id: string | undefined;
  let newest: number | undefined;

  const told = (seen: Seen | undefined): void => {
    const { version } = asRecord(seen?.body);
    if (typeof version === 'number' && seen!.status < 300) newest = Math.max(newest ?? version, version);
  };

  async function change(quantity: number): Promise<Seen | undefined> {
    if (id === undefined) return undefined;
    for (let tries = 0; ; tries++) {
      const seen = await customer.post(`http://orders/orders/${id}/quantity`, { quantity });
      if (seen?.status !== 409 || tries === 5) return seen;
      await sleep(10);
    }
  }

  async function look(): Promise<Seen | undefined> {
    const seen = await customer.get(`http://page/orders/${id}${newest === undefined ? '' : `?version=${newest}`}`);
    told(seen);
    return seen;
  }

  return {
    async order(quantity: number): Promise<void> {
      const seen = await customer.post('http://orders/orders', { customer: 'Ada', quantity });
      const { orderId } = asRecord(seen?.body);
      if (typeof orderId === 'string') id = encodeURIComponent(orderId);
      told(seen);
    },
    change: async (quantity: number): Promise<void> => told(await change(quantity)),
    /** Somebody else does it, so she is not told. */
    changedByTheShop: async (quantity: number): Promise<void> => {
      await change(quantity);
    },
    /** So many looks, each so long after the one before. */
    async look(...afterMs: readonly number[]): Promise<void> {
      for (const ms of afterMs) {
        await sleep(ms);
        if (id !== undefined) await look();
      }
    },
    /** One look. She does not stay for the answer if it takes too long, and takes note of it when it comes. */
    async glance(): Promise<void> {
      if (id !== undefined) await Promise.race([look(), sleep(PATIENCE_MS)]);
    },
    /** Until a look shows an order: a process that has crashed is back soon. */
    async lookUntilShown(): Promise<void> {
      for (let tries = 0; tries < 6 && id !== undefined; tries++) {
        if ((await look())?.status === 200) return;
        await sleep(200);
      }
    },
    /** By people who know of no version, each until there is an answer. */
    async lookedAtByOthers(people: number): Promise<void> {
      for (let person = 0; person < people && id !== undefined; person++)
        for (let tries = 0; tries < 6 && !(await customer.get(`http://page/orders/${id}`)); tries++) await sleep(200);
    },
  };
}
