import type { Choice, Scenario, Stage } from 'lab/authoring';

const CUSTOMERS = [
  'ada',
  'grace',
  'alan',
  'barbara',
  'edsger',
  'frances',
  'donald',
  'margaret',
  'tony',
  'radia',
  'leslie',
  'katherine',
];

export const CALM: Choice = {
  orders: '1',
  apart: '20',
  outage: 'none',
  lasts: '300',
  instances: '1',
  lag: '0',
  looks: 'never',
};

/** Customers order one after the other, and something of the operator's is down when they begin. */
export function weather({
  orders = '1',
  apart = '20',
  outage = 'none',
  lasts = '300',
  instances = '1',
  looks = 'never',
}: Choice): Scenario {
  return {
    id: `orders-${orders}-apart-${apart}-without-${outage}-for-${lasts}-by-${instances}-looking-${looks}`,
    instances: { confirmation: Number(instances) },
    play: async (stage) => {
      const down = OUTAGES[outage];
      down?.stop(stage.operator);
      const asking = CUSTOMERS.slice(0, Number(orders)).map(async (name, index) => {
        await stage.sleep(index * Number(apart));
        const email = `${name}@example.org`;
        await stage.customer.post('http://orders/orders', { email, total: 1_200 + 100 * index });
        if (looks === 'after') await stage.customer.get(`http://orders/orders/of/${email}`);
      });
      if (down) {
        await stage.sleep(Number(lasts));
        await down.start(stage.operator);
      }
      await Promise.all(asking);
      await stage.settled();
    },
  };
}

interface Outage {
  readonly stop: (operator: Stage['operator']) => void;
  readonly start: (operator: Stage['operator']) => void | Promise<void>;
}

const OUTAGES: Readonly<Record<string, Outage>> = {
  confirmation: {
    stop: (operator) => operator.stop('confirmation'),
    start: (operator) => operator.start('confirmation'),
  },
  orders: {
    stop: (operator) => operator.stop('orders'),
    start: (operator) => operator.start('orders'),
  },
  broker: { stop: (operator) => operator.stopBroker(), start: (operator) => operator.startBroker() },
  mail: { stop: (operator) => operator.stopMail(), start: (operator) => operator.startMail() },
};
