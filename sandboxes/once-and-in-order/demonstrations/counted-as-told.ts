import type { ShownStory } from 'lab/authoring';
import { everyPromiseKept } from './every-promise-kept.ts';

/** The same copy and the same delay, with an inbox and a version. */
export const countedAsTold: ShownStory = {
  id: 'counted-as-told',
  program: 'solution',
  schedule: everyPromiseKept.schedule,
  scenario: everyPromiseKept.scenario,
};
