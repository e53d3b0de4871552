import type { Platform, Row, Transaction } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { accounts, received } from './schema.ts';

/**
 * Two transactions: one stores what came, the other counts what waits. A crash between them brings the message back,
 * the first finds it stored, and the second counts it then.
 */
export default async function start({ broker, database }: Platform) {
  const from = { queue: 'points', prefetch: 2, deliveryLimit: 8, deadLetter: 'points.dead' };
  await broker.subscribe(['order.#', 'review.written'], from, async (event: OrderFact | ReviewWritten) => {
    const { id, orderId, type, points = null } = event;
    if (points === null && /^(order\.line\.added|review\.written)$/.test(type))
      throw new Error(`${type} without points`);
    const version = 'version' in event ? event.version : null;
    await database.insert(
      received,
      { id, orderId, version, type, points, counted: false },
      { onConflict: 'do nothing' },
    );
    await database.transaction((tx) => countWaiting(tx, orderId));
  });
}

async function countWaiting(tx: Transaction, orderId: string) {
  await tx.insert(accounts, { orderId, points: 0, bonus: 0, version: 0 }, { onConflict: 'do nothing' });
  const [before] = await tx.select(accounts, { orderId }, { lock: 'for update' });
  const waiting = await tx.select(received, { orderId, counted: false }, { orderBy: 'version' });
  let account = before!;
  const counted: string[] = [];
  for (const event of waiting) {
    const after = withEvent(account, event);
    if (!after) continue;
    account = after;
    counted.push(event.id);
  }
  if (counted.length === 0) return;
  await tx.update(accounts, { orderId }, account);
  await tx.update(received, { id: { in: counted } }, { counted: true });
}

function withEvent(account: Row<typeof accounts>, { version, type, points }: Row<typeof received>) {
  if (version === null) return { ...account, bonus: account.bonus + points! };
  if (version !== account.version + 1) return undefined;
  const doubled = type === 'order.points.doubled' ? account.points * 2 : account.points;
  return { ...account, version, points: type === 'order.line.added' ? doubled + points! : doubled };
}
