import type { Check } from 'lab/authoring';
import { canBeRefused } from './checks/can-be-refused.ts';
import { everybodyHears } from './checks/everybody-hears.ts';
import { nobodyNeedListen } from './checks/nobody-need-listen.ts';
import { oneOwner } from './checks/one-owner.ts';
import { sameFactTwice } from './checks/same-fact-twice.ts';
import { toldAsAFact } from './checks/told-as-a-fact.ts';

/** In the order in which somebody solves them. */
export const checks: readonly Check[] = [
  toldAsAFact,
  oneOwner,
  canBeRefused,
  sameFactTwice,
  nobodyNeedListen,
  everybodyHears,
];
