// Wrong: one queue holds the facts about orders, and everybody who needs them takes from it.
// Fails each-hears-all: who takes from one queue shares its messages
// Fails slips-for-whole-orders: who takes from one queue shares its messages
// Fails every-fact-kept: who takes from one queue shares its messages
// Fails away-and-back: who takes from one queue shares its messages
// Fails one-fails: who takes from one queue shares its messages
import type { Platform } from 'lab';
import { slips } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.*', { queue: 'orders' }, async ({ orderId }: { orderId: string }, { topic }) => {
    const what = topic.split('.')[1]!;
    await database.insert(slips, { orderId, what }, { onConflict: 'do nothing' });
  });
}
