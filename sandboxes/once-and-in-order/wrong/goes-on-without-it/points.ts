// Wrong: once a message is with the dead letters it is dealt with, and its order need not wait for it.
// Fails set-aside: all the same
// Fails mended-counts: one of them is lost
import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts, inbox } from './schema.ts';

const FROM = { queue: 'points', prefetch: 5, deadLetter: 'points.dead' };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(['order.#', 'review.written'], FROM, async (event: OrderFact | ReviewWritten) => {
    if (!isReadable(event)) await broker.send('points.dead', event);
    if (!isReadable(event) && !('version' in event)) return;
    // Without its points the fact still takes its version, so that those behind it can go on.
    const type = isReadable(event) ? event.type : 'order.unreadable';
    await database.transaction(async (tx) => {
      const isNew = await tx.insert(inbox, { eventId: event.id }, { onConflict: 'do nothing' });
      if (!isNew) return;
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, { ...event, type });
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + event.points! });
    });
  });
}

function isReadable({ type, points }: OrderFact | ReviewWritten): boolean {
  return Number.isInteger(points) || !(type === 'order.line.added' || type === 'review.written');
}
