import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { heardByStock } from './demonstrations/stock.ts';
import { hints } from './hints.ts';
import { twoOrders } from './scenarios.ts';
import { fromCommitToTelling } from './window.ts';

export default {
  id: 'outbox',
  title: 'Write the relay',
  tabs: ['orders.ts', 'relay.ts', 'schema.ts', 'deployment.ts'],
  given: ['deployment.ts'],
  hints,
  run: heardByStock(twoOrders),
  checks,
  heldAtFirst: ['one-fact-one-id', 'told-in-order'],
  mixes: 16,
  window: fromCommitToTelling,
} satisfies Exercise;
