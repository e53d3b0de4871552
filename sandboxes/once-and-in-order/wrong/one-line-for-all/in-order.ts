// Wrong: in order means in the order of the outbox, one row after the other.
// Fails no-false-gaps: was never counted
// Fails set-aside: it stood behind
import type { Row, Transaction } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts, parked } from './schema.ts';

/** The next row of the outbox is counted. One that is further on waits until the rows before it have come. */
export async function takeInOrder(tx: Transaction, account: Row<typeof accounts>, fact: OrderFact) {
  await tx.insert(parked, { orderId: fact.orderId, version: fact.version, fact }, { onConflict: 'do nothing' });
  const all = await tx.select(parked, {}, { lock: 'for update' });
  const byPosition = new Map(all.map(({ fact }) => [(fact as OrderFact).position, fact as OrderFact]));
  const known = new Map([[account.orderId, account]]);
  for (let position = 1; byPosition.has(position); position++) {
    const next = byPosition.get(position)!;
    const before = known.get(next.orderId) ?? (await tx.select(accounts, { orderId: next.orderId }))[0];
    if (!before || next.version !== before.version + 1) continue;
    known.set(next.orderId, { ...before, points: withFact(before.points, next), version: next.version });
  }
  for (const { orderId, points, version } of known.values()) {
    await tx.update(accounts, { orderId }, { points, version });
  }
}

function withFact(points: number, { type, points: earned }: OrderFact): number {
  if (type === 'order.points.doubled') return points * 2;
  return type === 'order.line.added' ? points + earned! : points;
}
