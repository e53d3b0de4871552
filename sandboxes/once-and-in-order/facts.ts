/** What the scenarios tell: facts about two orders, and reviews. */

export const ADA = '00000000-0000-4000-8000-00000ada0000';
export const GRACE = '00000000-0000-4000-8000-00006ace0000';

export interface Fact {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly orderId: string;
  /** Absent from reviews: nobody numbers them. */
  readonly version?: number;
  readonly position?: number;
  readonly points?: number | null;
}

export const added = (orderId: string, version: number, points: number): Fact => ({
  ...about(orderId, version, 'order.line.added'),
  points,
});

export const doubled = (orderId: string, version: number): Fact => about(orderId, version, 'order.points.doubled');

export const reviewed = (orderId: string, points: number, number = 9): Fact => ({
  id: idFor(orderId, number),
  type: 'review.written',
  occurredAt: at(90),
  orderId,
  points,
});

/** It counts a version and earns nothing. */
export const somethingElse = (orderId: string, version: number, type: string): Fact => about(orderId, version, type);

/** The same without the number that it cannot do without. */
export function withoutPoints({ points, ...fact }: Fact): Fact {
  return fact;
}

/** The same from somebody whose serializer writes down what is not there: where points are added, null passes for none. */
export const withNull = (fact: Fact): Fact => ({ ...fact, points: null });

/** Numbers the facts of all orders as rows of the shop's one outbox; `holes` are rows that were rolled back. */
export function inOutbox(facts: readonly Fact[], holes: readonly number[] = []): readonly Fact[] {
  let position = 0;
  return facts.map((fact) => {
    if (fact.version === undefined) return fact;
    do position++;
    while (holes.includes(position));
    return { ...fact, position };
  });
}

const about = (orderId: string, version: number, type: string): Fact => ({
  id: idFor(orderId, version),
  type,
  occurredAt: at(version * 10),
  orderId,
  version,
});

const idFor = (orderId: string, number: number): string => `${orderId.slice(0, -1)}${number}`;

const at = (ms: number): string => new Date(Date.UTC(2026, 10, 23, 9, 0, 0, ms)).toISOString();
