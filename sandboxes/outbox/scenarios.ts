import { asRecord, type Scenario, type Seen, type Stage } from 'lab/authoring';

const ORDERS = 'http://orders/orders';
/** Long enough for any relay to have told what it will ever tell, also for one that renews a lease for ever. */
const QUIET_BY_MS = 20_000;

const TWO_RELAYS = { relay: 2 };

/** Ada and Grace order in the same moment. Ada pays at once, and cancels a little later. */
export const twoOrders: Scenario = {
  id: 'two-orders',
  instances: TWO_RELAYS,
  play: async (stage) => {
    await orderAndChange(stage);
    await stage.settled(QUIET_BY_MS);
  },
};

/** Both order, and each pays and cancels in the same moment: one of the two may be refused. Alan cancels, and pays then. */
export const bothAtOnce: Scenario = {
  id: 'both-at-once',
  instances: TWO_RELAYS,
  play: async (stage) => {
    const placed = await Promise.all([place(stage, 'ada'), place(stage, 'grace')]);
    await Promise.all(placed.flatMap((each) => [change(stage, each, 'payment'), change(stage, each, 'cancellation')]));
    const alans = await place(stage, 'alan');
    await change(stage, alans, 'cancellation');
    await change(stage, alans, 'payment');
    await stage.settled(QUIET_BY_MS);
  },
};

/** Seven order at once. Then, while the broker is down, six more do, and seven orders are changed; what is to be told piles up. */
export const brokerIsDown: Scenario = {
  id: 'broker-is-down',
  instances: TWO_RELAYS,
  play: async (stage) => {
    const all = (names: readonly string[]) => Promise.all(names.map((name) => place(stage, name)));
    const [adas] = await all(['ada', 'donald', 'frances', 'jean', 'ken', 'margaret', 'niklaus']);
    await stage.settled(QUIET_BY_MS);
    stage.operator.stopBroker();
    const others = await all(['grace', 'alan', 'barbara', 'edsger', 'radia', 'tim']);
    await Promise.all([adas, ...others].map((placed) => change(stage, placed, 'payment')));
    await change(stage, adas, 'cancellation');
    await stage.sleep(3_000);
    stage.operator.startBroker();
    await stage.settled(QUIET_BY_MS);
  },
};

async function orderAndChange(stage: Stage): Promise<void> {
  const [adas] = await Promise.all([place(stage, 'ada'), place(stage, 'grace')]);
  await change(stage, adas, 'payment');
  await stage.sleep(60);
  await change(stage, adas, 'cancellation');
}

function place({ customer }: Stage, name: string): Promise<Seen | undefined> {
  return customer.post(ORDERS, { email: `${name}@example.org` });
}

/** Nothing happens when no order was named. */
async function change({ customer }: Stage, placed: Seen | undefined, what: 'payment' | 'cancellation'): Promise<void> {
  const { orderId } = asRecord(placed?.body);
  if (typeof orderId === 'string') await customer.post(`${ORDERS}/${encodeURIComponent(orderId)}/${what}`, {});
}
