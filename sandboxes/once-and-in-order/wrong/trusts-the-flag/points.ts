// Wrong: the broker knows what it has delivered before, and says so: redelivered.
// Fails nothing-lost: was never counted
// Fails counted-once: was counted both times
// Fails early-ones-wait: was never counted
import type { Delivery, Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts } from './schema.ts';

const FROM = { queue: 'points', prefetch: 5, deliveryLimit: 5, deadLetter: 'points.dead' };

export default async function start({ broker, database }: Platform) {
  const count = async (event: OrderFact | ReviewWritten, { redelivered }: Delivery) => {
    mustBeReadable(event);
    if (redelivered) return; // we have had this one
    await database.transaction(async (tx) => {
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, event);
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + event.points! });
    });
  };
  await broker.subscribe(['order.#', 'review.written'], FROM, count);
}

function mustBeReadable({ id, type, points }: OrderFact | ReviewWritten) {
  const earns = type === 'order.line.added' || type === 'review.written';
  if (earns && !Number.isInteger(points)) throw new Error(`${type} ${id} has no points`);
}
