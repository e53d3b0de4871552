import type { Scenario, ShownStory } from 'lab/authoring';
import { fromCommitToTelling } from '../window.ts';
import { stock } from './stock.ts';

export const adaThenGrace: Scenario = {
  id: 'ada-then-grace',
  instances: { relay: 0 },
  guests: { stock },
  play: async ({ customer, sleep, settled }) => {
    await customer.post('http://orders/orders', { email: 'ada@example.org' });
    await sleep(150);
    await customer.post('http://orders/orders', { email: 'grace@example.org' });
    await settled();
  },
};

/** The starter stores Ada's order and dies before it has told of it. Grace's goes well. */
export const storedAndUntold: ShownStory = {
  id: 'stored-and-untold',
  program: 'starter',
  schedule: 'crash-after@orders:commit:1',
  scenario: adaThenGrace,
  window: fromCommitToTelling,
};
