import { asRecord, type Scenario, type Seen, type Stage } from 'lab/authoring';

export const PENS = 3;
const shelves = [{ sku: 'pen', available: PENS }];

/** Two of these are more than there are. */
export const ada = { email: 'ada@example.org', sku: 'pen', quantity: 2 };
export const grace = { email: 'grace@example.org', sku: 'pen', quantity: 2 };

/** What Run plays: Ada orders two of three pens, and looks at her order twice. */
export const orderOnTheShelf: Scenario = {
  id: 'order-on-the-shelf',
  given: { shelves },
  play: async (stage) => {
    const created = await order(stage, ada);
    await look(stage, created);
    await stage.settled();
    await look(stage, created);
  },
};

/** Ada and Grace want two pens each in the same moment, and there are three. In the end both look at their orders. */
export const tooFewPens: Scenario = {
  id: 'too-few-pens',
  given: { shelves },
  play: async (stage) => {
    const both = await Promise.all([order(stage, ada), order(stage, grace)]);
    await stage.settled();
    for (const created of both) await look(stage, created);
  },
};

/** The same, and each of the two commands comes to another instance of `stock`, in the same moment. */
export const twoAtTheShelf: Scenario = { ...tooFewPens, id: 'two-at-the-shelf', instances: { stock: 2 } };

/** Nobody has subscribed to anything that `orders` tells: the confirmation process does not run and never did. */
export const nobodyListens: Scenario = { ...orderOnTheShelf, id: 'nobody-listens', instances: { confirmation: 0 } };

function order({ customer }: Stage, wanted: object): Promise<Seen | undefined> {
  return customer.post('http://orders/orders', wanted);
}

/**
 * Somebody opens the page of the order that this answer named, and again when it could not be read: a process that has
 * crashed is back soon. Nothing happens when no order was named.
 */
async function look({ customer, sleep }: Stage, created: Seen | undefined): Promise<void> {
  const { orderId } = asRecord(created?.body);
  if (typeof orderId !== 'string') return;
  for (let tries = 0; tries < 6; tries++) {
    const seen = await customer.get(`http://orders/orders/${encodeURIComponent(orderId)}`);
    if (seen?.status === 200) return;
    await sleep(200);
  }
}
