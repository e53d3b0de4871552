import { asRecord, type Scenario, type Stage } from 'lab/authoring';

export const ada = { email: 'ada@example.org', sku: 'pen' };
export const grace = { email: 'grace@example.org', sku: 'ink' };

/** Two of everything that subscribes in two instances, whatever a deployment says. */
const instances = { confirmation: 2 };

/** What Run plays: two orders, of which one is cancelled, and the payment of the other fails. */
export const fourFacts: Scenario = {
  id: 'four-facts',
  instances,
  play: async (stage) => {
    await happen(stage);
    await stage.settled();
  },
};

/** The same four, while the three who listen are gone from the second one on. They come back when all has happened. */
export const threeAreAway: Scenario = {
  id: 'three-are-away',
  instances,
  play: async (stage) => {
    const { operator, sleep, settled } = stage;
    const subscribers = ['confirmation', 'stock', 'analytics'];
    await happen(stage, async () => {
      await sleep(400);
      for (const name of subscribers) operator.stop(name);
    });
    await sleep(200);
    await Promise.all(subscribers.map((name) => operator.start(name)));
    await settled();
  },
};

/** The same four, and the mail provider refuses everything meanwhile. It comes back, and everything gets its time. */
export const noMailGoesOut: Scenario = {
  id: 'no-mail-goes-out',
  instances,
  play: async (stage) => {
    stage.operator.stopMail();
    await happen(stage);
    await stage.sleep(1_500);
    stage.operator.startMail();
    await stage.settled();
  },
};

/**
 * Others have begun to tell of orders, too, in words of their own. Somebody tells of something else, also of an order's
 * parcel, and of it under a topic whose first word only begins with the same letters.
 */
export const factsToCome: Scenario = {
  id: 'facts-to-come',
  instances,
  play: async (stage) => {
    const orderIds = await happen(stage);
    const tell = (topic: string, about: object) =>
      stage.publisher.publish(topic, {
        id: `${topic}/1`,
        type: topic,
        occurredAt: '2026-11-23T09:00:00.000Z',
        ...about,
      });
    await tell('order.shipped', { orderId: orderIds[1] });
    await tell('order.parcel.left.depot', { orderId: orderIds[1] });
    await tell('shelf.counted', { sku: 'pen', available: 40 });
    await tell('parcel.weighed', { orderId: orderIds[1], grams: 400 });
    await tell('orders.archived', { orderId: orderIds[0], until: '2025-12-31' });
    await stage.settled();
  },
};

/** Ada and Grace order, Ada cancels, Grace's payment fails. Gives the ids of the orders that were accepted. */
export async function happen(
  { customer }: Stage,
  afterTheFirst: () => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const order = async (wanted: object) => {
    const { orderId } = asRecord((await customer.post('http://orders/orders', wanted))?.body);
    return typeof orderId === 'string' ? orderId : undefined;
  };
  const about = async (orderId: string | undefined, what: string) => {
    if (orderId !== undefined) await customer.post(`http://orders/orders/${encodeURIComponent(orderId)}/${what}`, {});
  };
  const hers = await order(ada);
  await afterTheFirst();
  const graces = await order(grace);
  await about(hers, 'cancellation');
  await about(graces, 'failed-payment');
  return [hers, graces].filter((id) => id !== undefined);
}
