// How this works:
//
// 1. What cannot be read is refused before anything is noted. The broker brings it again and then sets it aside; mended, it
//    comes under the same id and finds its place free.
// 2. The note of an id and what it did to the account are one transaction: both are there, or neither is. A copy finds the
//    note and does nothing, whichever instance is handed it, before a crash or after.
// 3. Whoever counts for an order holds its account, so the other instance waits. The version says whose turn it is: what is
//    early is parked in a table, which outlives a deploy, and is counted as soon as what goes before it has come.
// 4. Every fact moves the version, also one that earns nothing and one of a type that nobody knows. Else it would be a gap.

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
