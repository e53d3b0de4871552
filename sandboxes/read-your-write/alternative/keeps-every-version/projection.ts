import type { Platform } from 'lab';
import { orderStates } from './schema.ts';

type OrderEvent = { orderId: string; quantity: number; version: number };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(
    ['order.placed', 'order.changed'],
    { queue: 'states', prefetch: 5 },
    async (event: OrderEvent) => {
      const { orderId, version, quantity } = event;
      await database.insert(orderStates, { orderId, version, quantity }, { onConflict: 'do nothing' });
    },
  );
}
