/** What the shop tells of an order, under topics that begin with `order.`; there are many types, and new ones come. */
export interface OrderFact {
  /** Names the fact: every copy of it has the same. */
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly orderId: string;
  /** Counts the facts of this order, whatever their type: 1, 2, 3, without a hole. */
  readonly version: number;
  /** Its row in the shop's outbox. */
  readonly position: number;
  /** What an `order.line.added` earns. An `order.points.doubled` doubles all that came before it; no other type earns anything. */
  readonly points?: number | null;
}

/** Told by another system, under `review.written`. Nobody numbers reviews: each is worth its points whenever it comes. */
export interface ReviewWritten {
  readonly id: string;
  readonly type: 'review.written';
  readonly occurredAt: string;
  readonly orderId: string;
  readonly points?: number | null;
}
