import type { Scenario, ShownStory } from 'lab/authoring';
import { ada, grace } from '../scenarios.ts';

export const twoOrders: Scenario = {
  id: 'two-orders',
  play: async ({ customer, settled }) => {
    await customer.post('http://orders/orders', ada);
    await customer.post('http://orders/orders', grace);
    await settled();
  },
};

/** The starter, and two orders: four mails, and for each order either a slip or a figure. */
export const threeSubscribers: ShownStory = {
  id: 'three-subscribers',
  program: 'starter',
  schedule: 'calm',
  scenario: twoOrders,
};
