import type { Exercise } from 'lab/authoring';
import { settings } from './settings.ts';
import { CALM, weather } from './weather.ts';
import { fromOrderToMail } from './window.ts';

/** Nothing is graded here: an exercise without checks is a place to play. */
export default {
  id: 'playground',
  title: 'A blank order app',
  tabs: ['orders.ts', 'relay.ts', 'confirmation.ts', 'deployment.ts', 'schema.ts', 'settings.ts'],
  given: [],
  hints: [],
  run: weather(CALM),
  checks: [],
  mixes: 0,
  settings,
  window: fromOrderToMail,
} satisfies Exercise;
