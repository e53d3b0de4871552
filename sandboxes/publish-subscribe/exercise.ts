import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { hints } from './hints.ts';
import { fourFacts } from './scenarios.ts';

export default {
  id: 'publish-subscribe',
  title: 'A queue of its own for each service',
  tabs: ['orders.ts', 'confirmation.ts', 'stock.ts', 'analytics.ts', 'deployment.ts', 'schema.ts'],
  given: ['deployment.ts'],
  hints,
  run: fourFacts,
  checks,
  mixes: 16,
} satisfies Exercise;
