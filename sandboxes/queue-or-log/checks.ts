import type { Check } from 'lab/authoring';
import { backlogIsShared } from './checks/backlog-is-shared.ts';
import { badJobsPutAside } from './checks/bad-jobs-put-aside.ts';
import { invoicedWhateverDies } from './checks/invoiced-whatever-dies.ts';
import { listFollowsTheLog } from './checks/list-follows-the-log.ts';
import { mailedOnce } from './checks/mailed-once.ts';
import { oldOrdersListed } from './checks/old-orders-listed.ts';
import { unreadablePutAside } from './checks/unreadable-put-aside.ts';

/** In the order in which somebody solves them. */
export const checks: readonly Check[] = [
  invoicedWhateverDies,
  backlogIsShared,
  badJobsPutAside,
  listFollowsTheLog,
  unreadablePutAside,
  oldOrdersListed,
  mailedOnce,
];
