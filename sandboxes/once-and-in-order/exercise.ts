import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { hints } from './hints.ts';
import { threeFactsAndAReview } from './scenarios.ts';

export default {
  id: 'once-and-in-order',
  title: 'Once, and in order',
  tabs: ['points.ts', 'events.ts', 'schema.ts', 'deployment.ts'],
  given: ['events.ts'],
  hints,
  run: threeFactsAndAReview,
  checks,
  heldAtFirst: ['nothing-lost'],
  mixes: 16,
} satisfies Exercise;
