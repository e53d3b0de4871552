import type { Check } from 'lab/authoring';
import { givesWayToNews } from './checks/gives-way-to-news.ts';
import { noWaiting } from './checks/no-waiting.ts';
import { nothingInvented } from './checks/nothing-invented.ts';
import { onceOnly } from './checks/once-only.ts';
import { ownOrderAtOnce } from './checks/own-order-at-once.ts';

/** In the order in which somebody solves them. */
export const checks: readonly Check[] = [ownOrderAtOnce, noWaiting, onceOnly, givesWayToNews, nothingInvented];
