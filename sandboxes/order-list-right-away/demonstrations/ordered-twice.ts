import type { ShownStory } from 'lab/authoring';
import { ADA, browserOf, FORMS, given } from '../scenarios.ts';
import { listWindow } from '../window.ts';

/** The page pauses for 100 ms, and the projection is away for 400: somebody is deploying it. */
export const orderedTwice: ShownStory = {
  id: 'ordered-twice',
  program: 'starter',
  schedule: 'calm',
  scenario: {
    id: 'she-orders-again',
    given,
    instances: { page: 1 },
    play: async (stage) => {
      const { operator, sleep } = stage;
      const browser = browserOf(stage);
      operator.stop('projection');
      const ada = async () => {
        await browser.checkout(ADA, FORMS[0], 3);
        await sleep(30);
        await browser.look(ADA);
        await sleep(30);
        await browser.checkout(ADA, FORMS[1], 3); // a new form, so a new id
      };
      const deploy = async () => {
        await sleep(400);
        await operator.start('projection');
      };
      await Promise.all([ada(), deploy()]);
      await sleep(100);
      await browser.look(ADA);
      await stage.settled();
    },
  },
  window: listWindow,
};
