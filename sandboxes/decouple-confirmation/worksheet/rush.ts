import type { Scenario } from 'lab/authoring';
import { look, ORDERS } from '../scenarios.ts';

const CUSTOMERS =
  'ada grace alan barbara donald edsger frances jean ken margaret niklaus radia tim leslie katherine tony dorothy john joan dennis karen robin adele peter evelyn claude hedy george lynn vint sophie bjarne anita guido shafi james mary brian susan linus'.split(
    ' ',
  );

export const ORDERS_IN_THE_RUSH = CUSTOMERS.length;

/** How long after the answer to POST somebody looks at the page, in milliseconds: for every order of the rush. */
export const LOOKS_AFTER_MS = [20, 90, 1_000] as const;

/** Forty orders, 70 to 136 ms apart so that they keep no step with any poller, each looked at three times. */
export const rush: Scenario = {
  id: 'rush',
  play: async (stage) => {
    const readers = [];
    for (let order = 1; order <= ORDERS_IN_THE_RUSH; order++) {
      readers.push(orderAndLook(order));
      await stage.sleep(70 + (order % 7) * 11);
    }
    await Promise.all(readers);
    await stage.settled();

    async function orderAndLook(order: number): Promise<void> {
      const created = await stage.customer.post(ORDERS, {
        email: `${CUSTOMERS[order - 1]}@example.org`,
        total: 100 * order,
      });
      const lookAfter = async (ms: number) => {
        await stage.sleep(ms);
        await look(stage, created);
      };
      await Promise.all(LOOKS_AFTER_MS.map(lookAfter));
    }
  },
};
