import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { hints } from './hints.ts';
import { twoOrders } from './scenarios.ts';
import { fromOrderToInvoice } from './window.ts';

export default {
  id: 'take-the-event-out',
  title: 'Take the event out',
  tabs: [
    'orders.ts',
    'pricing.ts',
    'invoicing.ts',
    'schema.ts',
    'relay.ts',
    'confirmation.ts',
    'analytics.ts',
    'deployment.ts',
  ],
  given: ['relay.ts', 'confirmation.ts', 'analytics.ts'],
  hints,
  run: twoOrders,
  checks,
  heldAtFirst: ['invoiced-once', 'told-to-whoever-listens'],
  mixes: 16,
  window: fromOrderToInvoice,
} satisfies Exercise;
