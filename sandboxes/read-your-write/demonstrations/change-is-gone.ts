import type { ShownStory } from 'lab/authoring';
import { readerOf } from '../scenarios.ts';
import { projectionWindow } from '../window.ts';

/** The replicas are 15 and 30 ms behind, and the page reads them in turn. */
export const changeIsGone: ShownStory = {
  id: 'her-change-is-gone',
  program: 'starter',
  schedule: 'calm',
  scenario: {
    id: 'three-looks',
    instances: { page: 1 },
    play: async (stage) => {
      const ada = readerOf(stage);
      await ada.order(2);
      await stage.sleep(80);
      await ada.look(0);
      await ada.change(3);
      await ada.look(0, 12, 0);
      await stage.settled();
    },
  },
  window: projectionWindow,
};
