import type { ShownStory } from 'lab/authoring';
import { ada, ORDERS } from '../scenarios.ts';
import { confirmationWindow } from '../window.ts';

/** Ada orders while no mail can be sent, and the provider comes back. */
export const toldWhileMailIsDown: ShownStory = {
  id: 'told-while-mail-is-down',
  program: 'solution',
  schedule: 'calm',
  scenario: {
    id: 'mail-is-down-for-a-while',
    play: async ({ customer, operator, sleep, settled }) => {
      operator.stopMail();
      await customer.post(ORDERS, ada);
      await sleep(150);
      operator.startMail();
      await settled();
    },
  },
  window: confirmationWindow,
};
