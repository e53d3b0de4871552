// Wrong: the inbox holds all that has come, so what cannot be read belongs into it as well.
// Fails mended-counts: Under the same id
import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts, inbox } from './schema.ts';

const FROM = { queue: 'points', prefetch: 5, deadLetter: 'points.dead' };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(['order.#', 'review.written'], FROM, async (event: OrderFact | ReviewWritten) => {
    if (!isReadable(event)) {
      await broker.send('points.dead', event);
      await database.insert(inbox, { eventId: event.id }, { onConflict: 'do nothing' });
      return;
    }
    await database.transaction(async (tx) => {
      const isNew = await tx.insert(inbox, { eventId: event.id }, { onConflict: 'do nothing' });
      if (!isNew) return;
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, event);
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + event.points! });
    });
  });
}

function isReadable({ type, points }: OrderFact | ReviewWritten): boolean {
  return Number.isInteger(points) || !(type === 'order.line.added' || type === 'review.written');
}
