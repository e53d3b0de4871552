import type { ShownStory } from 'lab/authoring';
import { ada } from '../scenarios.ts';

/** One order makes one job, for one of two instances, and one fact, for two groups. */
export const workAndFact: ShownStory = {
  id: 'work-and-fact',
  program: 'solution',
  schedule: 'calm',
  scenario: {
    id: 'one-order',
    instances: { 'order-list': 1, invoices: 2 },
    play: async ({ customer, settled }) => {
      await customer.post('http://orders/orders', ada);
      await settled();
    },
  },
};
