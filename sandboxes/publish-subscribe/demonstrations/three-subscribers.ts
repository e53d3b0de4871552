import type { ShownStory } from 'lab/authoring';
import { ada, grace } from '../scenarios.ts';

/** The starter, and two orders: four mails, and for each order either a slip or a figure. */
export const threeSubscribers: ShownStory = {
  id: 'three-subscribers',
  program: 'starter',
  schedule: 'calm',
  scenario: {
    id: 'two-orders',
    play: async ({ customer, settled }) => {
      await customer.post('http://orders/orders', ada);
      await customer.post('http://orders/orders', grace);
      await settled();
    },
  },
};
