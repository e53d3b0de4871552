// Wrong: a Set of the ids that were counted is as good as a table, and quicker.
// Fails counted-once: was counted both times
import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { takeInOrder } from './in-order.ts';
import { lockedAccount } from './locked-account.ts';
import { accounts } from './schema.ts';

const FROM = { queue: 'points', prefetch: 5, deliveryLimit: 5, deadLetter: 'points.dead' };

const counted = new Set<string>();

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(['order.#', 'review.written'], FROM, async (event: OrderFact | ReviewWritten) => {
    mustBeReadable(event);
    if (counted.has(event.id)) return;
    await database.transaction(async (tx) => {
      const account = await lockedAccount(tx, event.orderId);
      if ('version' in event) await takeInOrder(tx, account, event);
      else await tx.update(accounts, { orderId: event.orderId }, { bonus: account.bonus + event.points! });
    });
    counted.add(event.id);
  });
}

function mustBeReadable({ id, type, points }: OrderFact | ReviewWritten) {
  const earns = type === 'order.line.added' || type === 'review.written';
  if (earns && !Number.isInteger(points)) throw new Error(`${type} ${id} has no points`);
}
