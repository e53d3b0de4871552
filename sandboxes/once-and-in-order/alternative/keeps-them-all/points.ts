import type { Platform, Transaction } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { accounts, facts, reviews } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  const from = { queue: 'points', deliveryLimit: 6, deadLetter: 'points.dead' };

  await broker.subscribe(['order.#', 'review.written'], from, async (event: OrderFact | ReviewWritten) => {
    const { orderId } = event;
    await database.transaction(async (tx) => {
      await tx.insert(accounts, { orderId, points: 0, bonus: 0, version: 0 }, { onConflict: 'do nothing' });
      await tx.select(accounts, { orderId }, { lock: 'for update' });
      await keep(tx, event);
      await tx.update(accounts, { orderId }, await worth(tx, orderId));
    });
  });
}

async function keep(tx: Transaction, event: OrderFact | ReviewWritten) {
  const { id, orderId, type, points } = event;
  if (!('version' in event)) {
    await tx.insert(reviews, { id, orderId, points: given(points) }, { onConflict: 'do nothing' });
    return;
  }
  const earned = type === 'order.line.added' ? given(points) : null;
  await tx.insert(facts, { orderId, version: event.version, type, points: earned }, { onConflict: 'do nothing' });
}

/** As far as the versions go without a hole. */
async function worth(tx: Transaction, orderId: string) {
  let points = 0;
  let version = 0;
  for (const fact of await tx.select(facts, { orderId }, { orderBy: 'version' })) {
    if (fact.version !== version + 1) break;
    version = fact.version;
    points = fact.type === 'order.points.doubled' ? points * 2 : points + (fact.points ?? 0);
  }
  const written = await tx.select(reviews, { orderId });
  return { points, version, bonus: written.reduce((sum, review) => sum + review.points, 0) };
}

function given(points: OrderFact['points']): number {
  if (points === undefined || points === null) throw new Error('points are missing');
  return points;
}
