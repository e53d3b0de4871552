import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { hints } from './hints.ts';
import { ordersAndLooks } from './scenarios.ts';
import { listWindow } from './window.ts';

export default {
  id: 'order-list-right-away',
  title: 'Show the order right away',
  tabs: ['page.ts', 'orders.ts', 'projection.ts', 'schema.ts', 'deployment.ts'],
  given: ['orders.ts', 'projection.ts', 'deployment.ts'],
  hints,
  run: ordersAndLooks,
  checks,
  heldAtFirst: ['once-only', 'gives-way-to-news', 'nothing-invented'],
  mixes: 16,
  window: listWindow,
} satisfies Exercise;
