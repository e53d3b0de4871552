import { type Start, table } from 'lab';
import type { Scenario, Seen, Stage } from 'lab/authoring';

export const ada = { email: 'ada@example.org', sku: 'pen' };
export const grace = { email: 'grace@example.org', sku: 'ink' };
const mary = { email: 'mary@example.org', sku: 'pen' };
export const katherine = { email: 'katherine@example.org', sku: 'pen' };

/** Pricing knows no quills. */
export const alan = { email: 'alan@example.org', sku: 'quill' };

const prices = [
  { sku: 'pen', cents: 300 },
  { sku: 'ink', cents: 900 },
];
const given = { prices };

/** What Run plays: Ada orders a pen, and Grace a glass of ink. */
export const twoOrders: Scenario = {
  id: 'two-orders',
  given,
  play: async (stage) => {
    await order(stage, ada);
    await order(stage, grace);
    await stage.settled(QUIET_BY_MS);
  },
};

/** Who sets prices: somebody at a desk, and not in our programs. */
const desk: Start = ({ app, database }) => {
  const owned = table('prices', { sku: 'text', cents: 'integer' }, { key: 'sku' });
  app.post('/prices/:sku', async ({ params, body }) => {
    await database.update(owned, { sku: params.sku }, body as { cents: number });
    return { status: 204 };
  });
};

/**
 * A pen becomes dearer between two orders, and only then does invoicing run. Alan wants something of which pricing knows
 * no price.
 */
export const pensBecomeDearer: Scenario = {
  id: 'pens-become-dearer',
  given,
  instances: { invoicing: 0 },
  guests: { desk },
  play: async (stage) => {
    await order(stage, ada);
    await stage.customer.post('http://desk/prices/pen', { cents: 350 });
    await stage.operator.start('invoicing');
    await order(stage, mary);
    await order(stage, alan);
    await stage.settled(QUIET_BY_MS);
  },
};

/** The broker is down while two order, and for a second and a half after. */
export const brokerIsDown: Scenario = {
  id: 'broker-is-down',
  given,
  play: async (stage) => {
    stage.operator.stopBroker();
    await Promise.all([order(stage, ada), order(stage, grace)]);
    await stage.sleep(1_500);
    stage.operator.startBroker();
    await stage.settled(QUIET_BY_MS);
  },
};

/**
 * Ada orders a pen, and pens become dearer. Then pricing is down for a second and a half, and meanwhile Grace orders a glass
 * of ink, whose price nobody has asked for yet, and Katherine a pen, whose old price Ada was told. Mary orders a pen when it
 * is back.
 */
export const pricingIsDown: Scenario = {
  id: 'pricing-is-down',
  given,
  instances: { confirmation: 0, analytics: 0 },
  guests: { desk },
  play: async (stage) => {
    await order(stage, ada);
    await stage.customer.post('http://desk/prices/pen', { cents: 350 });
    stage.operator.stop('pricing');
    const meanwhile = Promise.all([order(stage, grace), order(stage, katherine)]);
    await stage.sleep(1_500);
    await stage.operator.start('pricing');
    await meanwhile;
    await order(stage, mary);
    await stage.settled(QUIET_BY_MS);
  },
};

/** Two order while invoicing has never run. Half a second later it is deployed for the first time. */
export const invoicingComesLater: Scenario = {
  id: 'invoicing-comes-later',
  given,
  instances: { invoicing: 0 },
  play: async (stage) => {
    await order(stage, ada);
    await order(stage, grace);
    await stage.sleep(500);
    await stage.operator.start('invoicing');
    await stage.settled(QUIET_BY_MS);
  },
};

/** Two order in the same moment, and two instances of invoicing share the work. */
export const twoInvoiceClerks: Scenario = {
  id: 'two-of-invoicing',
  given,
  instances: { invoicing: 2, confirmation: 0, analytics: 0 },
  play: async (stage) => {
    await Promise.all([order(stage, ada), order(stage, grace)]);
    await stage.settled(QUIET_BY_MS);
  },
};

/** Somebody subscribes of whom nobody knew. */
const loyalty: Start = ({ broker }) => broker.subscribe('order.placed', { queue: 'loyalty' }, () => {});

/** The two orders again. */
export const oneMoreListens: Scenario = {
  id: 'one-more-listens',
  given,
  guests: { loyalty },
  play: async (stage) => {
    await order(stage, ada);
    await order(stage, grace);
    await stage.settled(QUIET_BY_MS);
  },
};

/** A program that retries for ever never comes to rest. */
const QUIET_BY_MS = 10_000;

function order({ customer }: Stage, wanted: object): Promise<Seen | undefined> {
  return customer.post('http://orders/orders', wanted);
}
