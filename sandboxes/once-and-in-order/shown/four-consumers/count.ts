import type { Transaction } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts } from './schema.ts';

export async function count(tx: Transaction, fact: OrderFact) {
  const { orderId, version } = fact;
  const [account] = await tx.select(accounts, { orderId });
  const points = withFact(account?.points ?? 0, fact);
  await tx.insert(accounts, { orderId, points, bonus: 0, version }, { onConflict: 'do update' });
}

export function withFact(points: number, { type, points: earned }: OrderFact): number {
  return type === 'order.points.doubled' ? points * 2 : points + (earned ?? 0);
}
