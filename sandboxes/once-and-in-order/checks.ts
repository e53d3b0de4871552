import type { Check } from 'lab/authoring';
import { countedOnce } from './checks/counted-once.ts';
import { earlyOnesWait } from './checks/early-ones-wait.ts';
import { inOrder } from './checks/in-order.ts';
import { mendedCounts } from './checks/mended-counts.ts';
import { noFalseGaps } from './checks/no-false-gaps.ts';
import { nothingLost } from './checks/nothing-lost.ts';
import { setAside } from './checks/set-aside.ts';

/** In the order in which somebody solves them. */
export const checks: readonly Check[] = [
  nothingLost,
  countedOnce,
  inOrder,
  earlyOnesWait,
  noFalseGaps,
  setAside,
  mendedCounts,
];
