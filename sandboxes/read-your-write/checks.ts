import type { Check } from 'lab/authoring';
import { answeredInTime } from './checks/answered-in-time.ts';
import { neverBack } from './checks/never-back.ts';
import { newestInTheEnd } from './checks/newest-in-the-end.ts';
import { ordersLeftAlone } from './checks/orders-left-alone.ts';
import { ownWriteSeen } from './checks/own-write-seen.ts';
import { shownAtOnce } from './checks/shown-at-once.ts';
import { versionForEach } from './checks/version-for-each.ts';

/** In the order in which somebody solves them. */
export const checks: readonly Check[] = [
  versionForEach,
  newestInTheEnd,
  ownWriteSeen,
  shownAtOnce,
  neverBack,
  answeredInTime,
  ordersLeftAlone,
];
