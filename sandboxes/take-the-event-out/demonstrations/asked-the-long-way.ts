import type { ShownStory } from 'lab/authoring';
import { ada, grace } from '../scenarios.ts';
import { alone } from './alone.ts';

/** The broker goes down while Ada's question is on its way, and is back a second later. Grace orders in between. */
export const askedTheLongWay: ShownStory = {
  id: 'asked-the-long-way',
  program: 'starter',
  schedule: 'calm',
  scenario: {
    ...alone,
    id: 'broker-goes-down',
    play: async ({ customer, operator, sleep, settled }) => {
      const adas = customer.post('http://orders/orders', ada);
      await sleep(10);
      operator.stopBroker();
      await sleep(290);
      const graces = customer.post('http://orders/orders', grace);
      await sleep(700);
      operator.startBroker();
      await Promise.all([adas, graces]);
      await settled();
    },
  },
};
