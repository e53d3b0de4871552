// Wrong: a handler that waits and tries again keeps the order, because nothing can overtake it.
// Fails set-aside: it stood behind
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts, inbox } from './schema.ts';

const FROM = { queue: 'points', deliveryLimit: 3, deadLetter: 'points.dead' };

export default async function start({ broker, database }: Platform) {
  const count = async (event: OrderFact | ReviewWritten) => {
    mustBeReadable(event);
    await database.transaction(async (tx) => {
      const isNew = await tx.insert(inbox, { eventId: event.id }, { onConflict: 'do nothing' });
      if (!isNew) return;
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, event);
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + event.points! });
    });
  };
  await broker.subscribe(['order.#', 'review.written'], FROM, async (event: OrderFact | ReviewWritten) => {
    for (let pauseMs = 100; pauseMs < 2_000; pauseMs *= 2) {
      try {
        return await count(event);
      } catch {
        await sleep(pauseMs);
      }
    }
    await count(event);
  });
}

function mustBeReadable({ id, type, points }: OrderFact | ReviewWritten) {
  const earns = type === 'order.line.added' || type === 'review.written';
  if (earns && !Number.isInteger(points)) throw new Error(`${type} ${id} has no points`);
}
