import type { ShownStory } from 'lab/authoring';
import { ADA, browserOf, FORMS, given } from '../scenarios.ts';
import { listWindow } from '../window.ts';

/** The page pauses for 100 ms, and the list is 300 ms behind today. */
export const orderedTwice: ShownStory = {
  id: 'ordered-twice',
  program: 'starter',
  schedule: 'lag-300@replica-1',
  scenario: {
    id: 'she-orders-again',
    given,
    instances: { page: 1 },
    play: async (stage) => {
      const browser = browserOf(stage);
      await browser.checkout(ADA, FORMS[0], 3);
      await stage.sleep(30);
      await browser.checkout(ADA, FORMS[1], 3); // a new form, so a new id
      await stage.sleep(300);
      await browser.look(ADA);
      await stage.settled();
    },
  },
  window: listWindow,
};
