import { asRecord, committed, is, type Of, type Trace } from 'lab/authoring';
import { ADA, GRACE } from './facts.ts';

/** A fact or a review as it was told; told again it is another one of these, with the same id. */
export interface Told {
  readonly id: string;
  readonly type: string;
  readonly orderId: string;
  readonly version: number | undefined;
  readonly points: number | undefined;
  readonly entry: Of<'published'>;
}

/** What systems outside told, in that order. */
export function toldOf(trace: Trace): readonly Told[] {
  return trace
    .filter(is('published'))
    .filter(({ process, topic }) => process === 'outside' && /^(order|review)\./.test(topic))
    .map((entry) => {
      const { id, orderId, version, points } = asRecord(entry.body);
      return {
        id: String(id),
        type: entry.topic,
        orderId: String(orderId),
        version: number(version),
        points: number(points),
        entry,
      };
    });
}

/** It came without the points that it is about, or with null for them. */
export const isBroken = ({ type, points }: Told): boolean =>
  points === undefined && (type === 'order.line.added' || type === 'review.written');

/** "version 2 of Ada's order (order.line.added) came without its points" */
export function cameBroken(told: Told): string {
  const how = asRecord(told.entry.body).points === null ? 'with null for its points' : 'without its points';
  return `${called(told)} came ${how}`;
}

/** The versions of one order, each as it was told when it could be read. */
export function versionsOf(trace: Trace, orderId: string): readonly (Told & { readonly version: number })[] {
  return toldOf(trace)
    .filter((fact): fact is Told & { readonly version: number } => fact.version !== undefined)
    .filter((fact) => fact.orderId === orderId && !isBroken(fact))
    .toSorted((one, other) => one.version - other.version);
}

export const reviewsOf = (trace: Trace, orderId: string): readonly Told[] =>
  toldOf(trace).filter((fact) => fact.orderId === orderId && fact.version === undefined && !isBroken(fact));

/** The points that versions 1 to this one make together. */
export function pointsUpTo(trace: Trace, orderId: string, version: number): number {
  let points = 0;
  for (const fact of versionsOf(trace, orderId)) {
    if (fact.version > version) break;
    if (fact.type === 'order.line.added') points += fact.points!;
    if (fact.type === 'order.points.doubled') points *= 2;
  }
  return points;
}

export function bonusOf(trace: Trace, orderId: string): number {
  return reviewsOf(trace, orderId).reduce((sum, { points }) => sum + points!, 0);
}

/** One state of an order's account. */
export interface Account {
  readonly points: number;
  readonly bonus: number;
  readonly version: number;
  readonly entry: Of<'committed'>;
}

/** Every state in which the account of this order was ever committed. */
export function accountsOf(trace: Trace, orderId: string): readonly Account[] {
  return committed(trace, 'accounts')
    .filter(({ op, row }) => op !== 'delete' && row.orderId === orderId)
    .map(({ row, entry }) => ({
      points: Number(row.points),
      bonus: Number(row.bonus),
      version: Number(row.version),
      entry,
    }));
}

/** The orders of which anything was told. */
export const ordersOf = (trace: Trace): readonly string[] => [...new Set(toldOf(trace).map(({ orderId }) => orderId))];

export const nameOf = (orderId: string): string => ({ [ADA]: 'Ada', [GRACE]: 'Grace' })[orderId] ?? 'Somebody';

/** "version 2 of Ada's order (order.line.added)", "the review of Ada's order" */
export const called = ({ type, orderId, version }: Told): string =>
  version === undefined
    ? `the review of ${nameOf(orderId)}'s order`
    : `version ${version} of ${nameOf(orderId)}'s order (${type})`;

export const pointsIn = (count: number): string => (count === 1 ? '1 point' : `${count} points`);

/** The deliveries of this fact to points, copies and returns included. */
export const deliveriesOf = (trace: Trace, { id }: Told): readonly Of<'delivered'>[] =>
  trace.filter(is('delivered')).filter(({ process, body }) => process === 'points' && asRecord(body).id === id);

export const started = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const number = (value: unknown): number | undefined => (Number.isInteger(value) ? (value as number) : undefined);
