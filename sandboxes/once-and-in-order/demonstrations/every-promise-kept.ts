import type { ShownStory } from 'lab/authoring';
import { ADA, added, doubled } from '../facts.ts';
import { telling } from './telling.ts';

/** The first line comes twice, and the doubling after the second line. */
export const everyPromiseKept: ShownStory = {
  id: 'every-promise-kept',
  program: 'starter',
  schedule: 'duplicate-0@broker:deliver:points:1,delay-120@broker:deliver:points:3',
  scenario: telling('ten-doubled-and-five', [added(ADA, 1, 10), doubled(ADA, 2), added(ADA, 3, 5)], 40),
};
