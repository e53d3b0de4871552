import type { Platform, Row, Transaction } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { accounts, parked, reviews } from './schema.ts';

const FROM = { queue: 'points', prefetch: 3, deadLetter: 'points.dead' };

/** A fact that cannot be read will not be readable the next time either: it goes to the dead letters at once. */
export default async function start({ broker, database }: Platform) {
  await broker.subscribe(['order.#', 'review.#'], FROM, async (event: OrderFact | ReviewWritten) => {
    if (event.type === 'review.written') {
      const { id, orderId, points } = event;
      if (typeof points !== 'number') return broker.send('points.dead', event);
      await database.transaction(async (tx) => {
        if (!(await tx.insert(reviews, { id }, { onConflict: 'do nothing' }))) return;
        const { bonus } = await accountOf(tx, orderId);
        await tx.update(accounts, { orderId }, { bonus: bonus + points });
      });
      return;
    }
    if (event.type === 'order.line.added' && typeof event.points !== 'number') return broker.send('points.dead', event);
    await database.transaction((tx) => count(tx, event as OrderFact));
  });
}

async function count(tx: Transaction, { orderId, version, type, points: earned }: OrderFact) {
  const points = earned ?? 0;
  const account = await accountOf(tx, orderId);
  if (version <= account.version) return;
  await tx.insert(parked, { orderId, version, type, points }, { onConflict: 'do nothing' });
  const waiting = await tx.select(parked, { orderId }, { orderBy: 'version' });
  let counted = account;
  for (const fact of waiting) {
    if (fact.version !== counted.version + 1) break;
    counted = { ...counted, points: withFact(counted.points, fact), version: fact.version };
    await tx.delete(parked, { orderId, version: fact.version });
  }
  if (counted !== account) await tx.update(accounts, { orderId }, counted);
}

const withFact = (before: number, { type, points }: { type: string; points: number }) =>
  type === 'order.points.doubled' ? before * 2 : type === 'order.line.added' ? before + points : before;

async function accountOf(tx: Transaction, orderId: string): Promise<Row<typeof accounts>> {
  await tx.insert(accounts, { orderId, points: 0, bonus: 0, version: 0 }, { onConflict: 'do nothing' });
  const [account] = await tx.select(accounts, { orderId }, { lock: 'for update' });
  return account!;
}
