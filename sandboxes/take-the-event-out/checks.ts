import type { Check } from 'lab/authoring';
import { acceptedWithoutTheBroker } from './checks/accepted-without-the-broker.ts';
import { answeredInTime } from './checks/answered-in-time.ts';
import { invoicedByALatecomer } from './checks/invoiced-by-a-latecomer.ts';
import { invoicedOnce } from './checks/invoiced-once.ts';
import { invoicedWithoutTheBroker } from './checks/invoiced-without-the-broker.ts';
import { pricedByPricing } from './checks/priced-by-pricing.ts';
import { toldToWhoeverListens } from './checks/told-to-whoever-listens.ts';

/** In the order in which somebody solves them. */
export const checks: readonly Check[] = [
  pricedByPricing,
  acceptedWithoutTheBroker,
  answeredInTime,
  invoicedWithoutTheBroker,
  invoicedByALatecomer,
  invoicedOnce,
  toldToWhoeverListens,
];
