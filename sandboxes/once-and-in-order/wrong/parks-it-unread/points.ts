// Wrong: what comes early is not looked at before its turn; then there is time to see whether it can be read.
// Fails set-aside: Your code put it into parked, unread
import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { pointsOf, takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts, inbox } from './schema.ts';

const FROM = { queue: 'points', prefetch: 5, deliveryLimit: 5, deadLetter: 'points.dead' };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(['order.#', 'review.written'], FROM, async (event: OrderFact | ReviewWritten) => {
    await database.transaction(async (tx) => {
      // Committed together with the effect: an id that is here has been counted, or parked.
      const isNew = await tx.insert(inbox, { eventId: event.id }, { onConflict: 'do nothing' });
      if (!isNew) return;
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, event);
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + pointsOf(event) });
    });
  });
}
