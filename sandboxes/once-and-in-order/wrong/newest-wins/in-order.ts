// Wrong: whatever is newer than what we have is news, and whatever is older is not.
// Fails in-order: came only at
// Fails early-ones-wait: one of them is lost
// Fails no-false-gaps: one of them is lost
// Fails set-aside: all the same
// Fails mended-counts: one of them is lost
import type { Row, Transaction } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts } from './schema.ts';

/** The version says which of two facts is the newer one, so a copy and a late one are told at once. */
export async function takeInOrder(tx: Transaction, account: Row<typeof accounts>, fact: OrderFact) {
  if (fact.version <= account.version) return;
  const points = withFact(account.points, fact);
  await tx.update(accounts, { orderId: account.orderId }, { points, version: fact.version });
}

function withFact(points: number, { type, points: earned }: OrderFact): number {
  if (type === 'order.points.doubled') return points * 2;
  return type === 'order.line.added' ? points + earned! : points;
}
