import { type Check, passed } from 'lab/authoring';
import { threeAreAway } from '../scenarios.ts';
import { crashesOfSubscribers } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { unconfirmed } from './unconfirmed.ts';
import { unrecorded } from './unrecorded.ts';

export const awayAndBack: Check = {
  id: 'away-and-back',
  title: 'Who was away, or died in the middle of it, finds afterwards what it missed',
  scenario: threeAreAway,
  scope: [crashesOfSubscribers],
  verdict: (trace) => nobodyOrdered(trace) ?? unconfirmed(trace) ?? unrecorded(trace) ?? passed(),
};
