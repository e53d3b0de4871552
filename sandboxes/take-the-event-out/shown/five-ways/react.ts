import type { Platform } from 'lab';
import { reactions } from './schema.ts';
import { way } from './settings.ts';
import { takeJobs } from './take-jobs.ts';

/** What each reader does about an order, and how it comes to hear of it. */
export async function react(reader: string, { app, broker, database }: Platform) {
  const handle = async ({ orderId }: { orderId: string }) => {
    await database.insert(reactions, { orderId, reader }, { onConflict: 'do nothing' });
  };

  if (way === 'call') {
    app.post('/reactions', async ({ body }) => {
      await handle(body as { orderId: string });
      return { status: 204 };
    });
  }
  if (way === 'job row') void takeJobs(reader, database);
  if (way === 'queue') await broker.consume({ queue: reader }, handle);
  if (way === 'topic') await broker.subscribe('order.placed', { queue: reader }, handle);
  if (way === 'log') await broker.subscribe('orders', { group: reader, from: 'earliest' }, handle);
}
