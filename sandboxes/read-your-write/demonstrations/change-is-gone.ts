import type { Scenario, ShownStory } from 'lab/authoring';
import { readerOf } from '../scenarios.ts';
import { projectionWindow } from '../window.ts';

/** Ada makes 2 pens 3, and looks three times. */
export const threeLooks: Scenario = {
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
};

/** The replicas are 15 and 30 ms behind, and the page reads them in turn. */
export const changeIsGone: ShownStory = {
  id: 'her-change-is-gone',
  program: 'starter',
  schedule: 'calm',
  scenario: threeLooks,
  window: projectionWindow,
};
