import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { hints } from './hints.ts';
import { orderOnTheShelf } from './scenarios.ts';

export default {
  id: 'events-vs-commands',
  title: 'Call a command a command',
  tabs: ['orders.ts', 'stock.ts', 'confirmation.ts', 'deployment.ts', 'schema.ts'],
  given: ['deployment.ts'],
  hints,
  run: orderOnTheShelf,
  checks,
  mixes: 16,
} satisfies Exercise;
