// Wrong: the queue is a good place to wait, so what comes too early is given back until its turn has come.
// Fails early-ones-wait: It came back too often
// Fails set-aside: There is nothing wrong with
// Fails mended-counts: It came back too often
import type { Row, Transaction } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts } from './schema.ts';

export async function takeInOrder(tx: Transaction, account: Row<typeof accounts>, fact: OrderFact) {
  if (fact.version <= account.version) return;
  if (fact.version > account.version + 1) throw new Error(`version ${account.version + 1} has not come yet`);
  const points = withFact(account.points, fact);
  await tx.update(accounts, { orderId: account.orderId }, { points, version: fact.version });
}

function withFact(points: number, { type, points: earned }: OrderFact): number {
  if (type === 'order.points.doubled') return points * 2;
  return type === 'order.line.added' ? points + earned! : points;
}
