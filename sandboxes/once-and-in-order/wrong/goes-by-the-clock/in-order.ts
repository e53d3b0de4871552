// Wrong: every fact says when it happened, so the time is the order.
// Fails in-order: counted out of its turn
// Fails set-aside: all the same
import type { Row, Transaction } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts, parked } from './schema.ts';

/** Keeps all facts of the order and counts them anew, in the order of their times. */
export async function takeInOrder(tx: Transaction, { orderId }: Row<typeof accounts>, fact: OrderFact) {
  await tx.insert(parked, { orderId, version: fact.version, fact }, { onConflict: 'do nothing' });
  const kept = await tx.select(parked, { orderId });
  const facts = kept.map((row) => row.fact as OrderFact);
  facts.sort((one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt));
  await tx.update(accounts, { orderId }, { points: facts.reduce(withFact, 0), version: facts.at(-1)!.version });
}

function withFact(points: number, { type, points: earned }: OrderFact): number {
  if (type === 'order.points.doubled') return points * 2;
  return type === 'order.line.added' ? points + earned! : points;
}
