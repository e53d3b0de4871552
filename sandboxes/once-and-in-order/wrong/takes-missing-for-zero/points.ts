// Wrong: a field that is missing has its default, and the default of points is none.
// Fails set-aside: all the same
// Fails mended-counts: one of them is lost
import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts, inbox } from './schema.ts';

const FROM = { queue: 'points', prefetch: 5, deliveryLimit: 5, deadLetter: 'points.dead' };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(['order.#', 'review.written'], FROM, async (message: OrderFact | ReviewWritten) => {
    const event = { ...message, points: message.points ?? 0 };
    await database.transaction(async (tx) => {
      const isNew = await tx.insert(inbox, { eventId: event.id }, { onConflict: 'do nothing' });
      if (!isNew) return;
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, event);
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + event.points });
    });
  });
}
