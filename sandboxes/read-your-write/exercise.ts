import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { hints } from './hints.ts';
import { changesAndLooks } from './scenarios.ts';
import { projectionWindow } from './window.ts';

export default {
  id: 'read-your-write',
  title: 'Read your own write',
  tabs: ['orders.ts', 'projection.ts', 'page.ts', 'schema.ts', 'deployment.ts'],
  given: ['deployment.ts'],
  hints,
  run: changesAndLooks,
  checks,
  heldAtFirst: ['orders-left-alone'],
  mixes: 16,
  window: projectionWindow,
} satisfies Exercise;
