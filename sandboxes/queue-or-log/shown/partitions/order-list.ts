import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderList } from './schema.ts';

type OrderEvent = { type: 'order.created' | 'order.cancelled'; orderId: string; email: string };

export default async function start({ broker, database }: Platform) {
  const place = { group: 'order-list', from: 'earliest' } as const;
  await broker.subscribe('orders', place, async ({ type, orderId, email }: OrderEvent) => {
    await inTurn(() => sleep(100)); // asks the warehouse
    if (type === 'order.created') {
      await database.insert(orderList, { orderId, email, status: 'open' }, { onConflict: 'do nothing' });
    } else {
      await database.update(orderList, { orderId }, { status: 'cancelled' });
    }
  });
}

/** An instance asks one thing at a time, whichever partition it comes from. */
let free: Promise<void> = Promise.resolve();
function inTurn(ask: () => Promise<void>): Promise<void> {
  free = free.then(ask);
  return free;
}
