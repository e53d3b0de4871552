import type { ShownStory } from 'lab/authoring';
import { fiveOfThree } from './two-untruths.ts';

/** The same order as in the starter's story, told honestly: a command, and a fact that came of it. */
export const askedAndRefused: ShownStory = {
  id: 'asked-and-refused',
  program: 'solution',
  schedule: 'calm',
  scenario: fiveOfThree,
};
