import { type Check, passed } from 'lab/authoring';
import { halfAMinuteLate } from '../scenarios.ts';
import { crashes } from '../weather.ts';
import { missing } from './missing.ts';
import { nothingCounted } from './nothing-counted.ts';

export const earlyOnesWait: Check = {
  id: 'early-ones-wait',
  title: 'What comes before its turn is counted when its turn has come, also half a minute and a deploy later',
  scenario: halfAMinuteLate,
  scope: [crashes],
  verdict: (trace) => nothingCounted(trace) ?? missing(trace) ?? passed(),
};
