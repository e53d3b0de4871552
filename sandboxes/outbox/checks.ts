import type { Check } from 'lab/authoring';
import { brokerMayBeDown } from './checks/broker-may-be-down.ts';
import { nothingInvented } from './checks/nothing-invented.ts';
import { nothingLost } from './checks/nothing-lost.ts';
import { oneFactOneId } from './checks/one-fact-one-id.ts';
import { toldByTheRelay } from './checks/told-by-the-relay.ts';
import { toldInOrder } from './checks/told-in-order.ts';
import { toldOnce } from './checks/told-once.ts';

/** In the order in which somebody solves them. */
export const checks: readonly Check[] = [
  toldByTheRelay,
  nothingInvented,
  brokerMayBeDown,
  nothingLost,
  oneFactOneId,
  toldOnce,
  toldInOrder,
];
