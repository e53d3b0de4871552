import type { Exercise } from 'lab/authoring';
import { CALM, weather } from './weather.ts';
import { fromOrderToMail } from './window.ts';

/** Nothing is graded here: an exercise without checks is a place to play. */
export default {
  id: 'playground',
  title: 'A blank order app',
  tabs: ['orders.ts', 'confirmation.ts', 'deployment.ts', 'schema.ts'],
  given: [],
  hints: [],
  run: weather(CALM),
  checks: [],
  mixes: 0,
  window: fromOrderToMail,
} satisfies Exercise;
