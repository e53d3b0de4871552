import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { hints } from './hints.ts';
import { orderedAndCancelled } from './scenarios.ts';

export default {
  id: 'queue-or-log',
  title: 'Invoices on a queue, the list on a log',
  tabs: ['orders.ts', 'invoices.ts', 'order-list.ts', 'deployment.ts', 'schema.ts', 'pdf.ts', 'support.ts'],
  given: ['pdf.ts', 'support.ts'],
  hints,
  run: orderedAndCancelled,
  checks,
  heldAtFirst: ['backlog-is-shared'],
  mixes: 16,
} satisfies Exercise;
