import type { Check } from 'lab/authoring';
import { awayAndBack } from './checks/away-and-back.ts';
import { eachHearsAll } from './checks/each-hears-all.ts';
import { everyFactKept } from './checks/every-fact-kept.ts';
import { oneFails } from './checks/one-fails.ts';
import { oneMailEach } from './checks/one-mail-each.ts';
import { slipsForWholeOrders } from './checks/slips-for-whole-orders.ts';
import { toldByName } from './checks/told-by-name.ts';

/** In the order in which somebody solves them. */
export const checks: readonly Check[] = [
  toldByName,
  eachHearsAll,
  oneMailEach,
  slipsForWholeOrders,
  everyFactKept,
  awayAndBack,
  oneFails,
];
