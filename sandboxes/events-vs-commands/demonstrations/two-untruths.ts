import type { Scenario, ShownStory } from 'lab/authoring';
import { PENS } from '../scenarios.ts';

/** Ada orders five pens, and there are three. */
export const fiveOfThree: Scenario = {
  id: 'five-of-three',
  given: { shelves: [{ sku: 'pen', available: PENS }] },
  play: async ({ customer, settled }) => {
    await customer.post('http://orders/orders', { email: 'ada@example.org', sku: 'pen', quantity: 5 });
    await settled();
  },
};

/** The starter promises five pens of three. */
export const twoUntruths: ShownStory = {
  id: 'two-untruths',
  program: 'starter',
  schedule: 'calm',
  scenario: fiveOfThree,
};
