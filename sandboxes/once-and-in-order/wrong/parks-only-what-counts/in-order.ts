// Wrong: what earns nothing can be passed over wherever it turns up.
// Fails no-false-gaps: was acknowledged
import type { Row, Transaction } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts, parked } from './schema.ts';

export async function takeInOrder(tx: Transaction, account: Row<typeof accounts>, fact: OrderFact) {
  const { orderId } = account;
  const earns = fact.type === 'order.line.added' || fact.type === 'order.points.doubled';
  if (fact.version <= account.version) return;
  if (fact.version > account.version + 1) {
    if (earns) await tx.insert(parked, { orderId, version: fact.version, fact }, { onConflict: 'do nothing' });
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

function withFact(points: number, { type, points: earned }: OrderFact): number {
  if (type === 'order.points.doubled') return points * 2;
  return type === 'order.line.added' ? points + earned! : points;
}
