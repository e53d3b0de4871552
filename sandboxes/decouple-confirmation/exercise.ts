import type { Exercise } from 'lab/authoring';
import { checks } from './checks.ts';
import { hints } from './hints.ts';
import { twoOrdersAndAReader } from './scenarios.ts';
import { confirmationWindow } from './window.ts';
import { worksheet } from './worksheet.ts';

export default {
  id: 'decouple-confirmation',
  title: 'Take the mail out of the order',
  tabs: ['orders.ts', 'confirmation.ts', 'deployment.ts', 'schema.ts'],
  given: [],
  hints,
  run: twoOrdersAndAReader,
  checks,
  heldAtFirst: ['page-tells-the-truth'],
  mixes: 16,
  window: confirmationWindow,
  worksheet,
} satisfies Exercise;
