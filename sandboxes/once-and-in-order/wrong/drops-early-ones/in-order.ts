// Wrong: what comes too early is out of order, and what is out of order is not wanted.
// Fails early-ones-wait: before version 1, and was acknowledged
// Fails no-false-gaps: before version 1, and was acknowledged
// Fails mended-counts: was never counted
import type { Row, Transaction } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts } from './schema.ts';

/** Only ever the next one, so that the account is always right. */
export async function takeInOrder(tx: Transaction, account: Row<typeof accounts>, fact: OrderFact) {
  if (fact.version !== account.version + 1) return;
  const points = withFact(account.points, fact);
  await tx.update(accounts, { orderId: account.orderId }, { points, version: fact.version });
}

function withFact(points: number, { type, points: earned }: OrderFact): number {
  if (type === 'order.points.doubled') return points * 2;
  return type === 'order.line.added' ? points + earned! : points;
}
