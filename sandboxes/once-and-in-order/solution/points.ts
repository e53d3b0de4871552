// How this works:
//
// 1. The id of each fact goes into the inbox in the transaction that counts it. If the id is there already, the fact has been
//    dealt with; if the transaction fails, neither happened, and the message comes again.
// 2. The account is locked first, so two instances never count for one order at the same time. Its version says how far it
//    has come: the next one is counted, one that comes too early is parked, and when the gap closes what was parked behind
//    it is counted as well. Only this order waits, and the queue goes on.
// 3. What cannot be read throws before anything is noted. So it goes to the dead letters after some tries, and when it comes
//    back mended, under its id, its place is still free.

import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts, inbox } from './schema.ts';

const FROM = { queue: 'points', prefetch: 5, deliveryLimit: 5, deadLetter: 'points.dead' };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(['order.#', 'review.written'], FROM, async (event: OrderFact | ReviewWritten) => {
    mustBeReadable(event);
    await database.transaction(async (tx) => {
      // Committed together with the effect: an id that is here has been counted, or parked.
      const isNew = await tx.insert(inbox, { eventId: event.id }, { onConflict: 'do nothing' });
      if (!isNew) return;
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, event);
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + event.points! });
    });
  });
}

/** Throws before anything is noted, so that the broker sets it aside and a mended one finds its place free. */
function mustBeReadable({ id, type, points }: OrderFact | ReviewWritten) {
  const earns = type === 'order.line.added' || type === 'review.written';
  if (earns && !Number.isInteger(points)) throw new Error(`${type} ${id} has no points`);
}
