import { type Check, passed } from 'lab/authoring';
import { nothingToCount } from '../scenarios.ts';
import { copies, lateDeliveries } from '../weather.ts';
import { missing } from './missing.ts';
import { nothingCounted } from './nothing-counted.ts';

export const noFalseGaps: Check = {
  id: 'no-false-gaps',
  title: 'A fact that earns nothing, of a type that is known or not, takes its version and holds nobody up',
  scenario: nothingToCount,
  scope: [copies, lateDeliveries],
  verdict: (trace) => nothingCounted(trace) ?? missing(trace) ?? passed(),
};
