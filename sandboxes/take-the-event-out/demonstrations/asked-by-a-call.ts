import type { ShownStory } from 'lab/authoring';
import { askedTheLongWay } from './asked-the-long-way.ts';

/** The same second without a broker, with a call for the price and a row for the invoice. */
export const askedByACall: ShownStory = {
  id: 'asked-by-a-call',
  program: 'solution',
  schedule: 'calm',
  scenario: askedTheLongWay.scenario,
};
