import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderPages } from './schema.ts';
import { workMs } from './settings.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(
    'order.placed',
    { queue: 'projection' },
    async (event: { orderId: string; quantity: number }) => {
      await sleep(workMs);
      await database.insert(orderPages, event, { onConflict: 'do update' });
    },
  );
}
