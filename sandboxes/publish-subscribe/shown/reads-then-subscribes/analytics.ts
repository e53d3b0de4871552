import type { Platform } from 'lab';
import { counted } from './schema.ts';

export default function start({ broker, database }: Platform) {
  const count = (orderId: string) => database.insert(counted, { orderId }, { onConflict: 'do nothing' });

  async function catchUpAndListen() {
    const answer = await fetch('http://orders/orders'); // first what was,
    const { orders } = (await answer.json()) as { orders: { id: string }[] };
    for (const { id } of orders) await count(id);
    await broker.subscribe('order.created', { queue: 'analytics' }, async ({ orderId }: { orderId: string }) => {
      await count(orderId); // then what comes
    });
  }
  void catchUpAndListen();
}
