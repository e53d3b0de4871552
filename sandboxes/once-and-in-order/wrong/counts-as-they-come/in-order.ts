// Wrong: nothing is lost and nothing comes twice, so in the end the sum is right, whatever the order.
// Fails in-order: Version 1
// Fails early-ones-wait: one of them is lost
// Fails no-false-gaps: one of them is lost
// Fails set-aside: all the same
// Fails mended-counts: one of them is lost
import type { Row, Transaction } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts } from './schema.ts';

export async function takeInOrder(tx: Transaction, account: Row<typeof accounts>, fact: OrderFact) {
  const points = withFact(account.points, fact);
  const version = Math.max(account.version, fact.version);
  await tx.update(accounts, { orderId: account.orderId }, { points, version });
}

function withFact(points: number, { type, points: earned }: OrderFact): number {
  if (type === 'order.points.doubled') return points * 2;
  return type === 'order.line.added' ? points + earned! : points;
}
