// Wrong: first note the id, so that no copy gets past; then there is all the time in the world to count.
// Fails nothing-lost: was never counted
// Fails early-ones-wait: was never counted
import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts, inbox } from './schema.ts';

const FROM = { queue: 'points', prefetch: 5, deliveryLimit: 5, deadLetter: 'points.dead' };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(['order.#', 'review.written'], FROM, async (event: OrderFact | ReviewWritten) => {
    mustBeReadable(event);
    const isNew = await database.insert(inbox, { eventId: event.id }, { onConflict: 'do nothing' });
    if (!isNew) return;
    await database.transaction(async (tx) => {
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, event);
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + event.points! });
    });
  });
}

function mustBeReadable({ id, type, points }: OrderFact | ReviewWritten) {
  const earns = type === 'order.line.added' || type === 'review.written';
  if (earns && !Number.isInteger(points)) throw new Error(`${type} ${id} has no points`);
}
