import type { Platform } from 'lab';
import { facts } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.placed', { queue: 'analytics' }, async (event: { id: string }) => {
    await database.insert(facts, { id: event.id, body: event }, { onConflict: 'do nothing' });
  });
}
