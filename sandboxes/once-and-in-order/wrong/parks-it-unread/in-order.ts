import type { Row, Transaction } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { accounts, parked } from './schema.ts';

/** Counts a fact whose turn it is, and whatever was parked behind it. Parks one that comes too early. */
export async function takeInOrder(tx: Transaction, account: Row<typeof accounts>, fact: OrderFact) {
  const { orderId } = account;
  if (fact.version <= account.version) return;
  if (fact.version > account.version + 1) {
    await tx.insert(parked, { orderId, version: fact.version, fact }, { onConflict: 'do nothing' });
    return;
  }
  let { points, version } = account;
  for (let next: OrderFact | undefined = fact; next; next = await parkedAt(tx, orderId, version + 1)) {
    points = withFact(points, next);
    version = next.version;
  }
  await tx.update(accounts, { orderId }, { points, version });
  await tx.delete(parked, { orderId, version: { lte: version } });
}

async function parkedAt(tx: Transaction, orderId: string, version: number): Promise<OrderFact | undefined> {
  const [row] = await tx.select(parked, { orderId, version });
  return row?.fact as OrderFact | undefined;
}

function withFact(points: number, fact: OrderFact): number {
  if (fact.type === 'order.points.doubled') return points * 2;
  return fact.type === 'order.line.added' ? points + pointsOf(fact) : points;
}

/** Throws when there are none, so that the broker sets it aside. */
export function pointsOf({ id, type, points }: OrderFact | ReviewWritten): number {
  if (!Number.isInteger(points)) throw new Error(`${type} ${id} has no points`);
  return points!;
}
