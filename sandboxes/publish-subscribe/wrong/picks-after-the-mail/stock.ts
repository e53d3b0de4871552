import type { Platform } from 'lab';
import { slips } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  const write = (orderId: string, what: string) =>
    database.insert(slips, { orderId, what }, { onConflict: 'do nothing' });

  // Nobody goes to the shelf for an order that its customer has not been told of.
  await broker.subscribe(
    'confirmation.sent',
    { queue: 'stock-confirmed' },
    async ({ orderId }: { orderId: string }) => {
      await write(orderId, 'created');
    },
  );

  await broker.subscribe('order.*', { queue: 'stock' }, async ({ orderId }: { orderId: string }, { topic }) => {
    const what = topic.split('.')[1]!;
    if (what !== 'created') await write(orderId, what);
  });
}
