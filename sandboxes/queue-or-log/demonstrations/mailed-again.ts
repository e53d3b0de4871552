import type { ShownStory } from 'lab/authoring';
import { ada, created, grace, lastRelease, orderIdOf } from '../scenarios.ts';

/** A release that builds the list by reading the log again, with a handler that also mails. */
export const mailedAgain: ShownStory = {
  id: 'mailed-again',
  program: 'wrong/builds-the-list-anew',
  schedule: 'calm',
  scenario: {
    id: 'the-list-is-built',
    instances: { 'order-list': 1, invoices: 1 },
    guests: { confirmation: lastRelease },
    play: async (stage) => {
      const { operator, settled } = stage;
      operator.stop('order-list');
      await created(stage, orderIdOf(1), ada);
      await created(stage, orderIdOf(2), grace);
      await settled();
      operator.stop('confirmation');
      await operator.start('order-list');
      await settled();
    },
  },
};
