import type { ShownStory } from 'lab/authoring';
import { projectionWindow } from '../window.ts';
import { threeLooks } from './change-is-gone.ts';

/** The same three looks, each with the version that she knows. */
export const toldHerVersion: ShownStory = {
  id: 'told-her-version',
  program: 'solution',
  schedule: 'calm',
  scenario: threeLooks,
  window: projectionWindow,
};
