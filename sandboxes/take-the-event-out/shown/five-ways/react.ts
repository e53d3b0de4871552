import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { jobs, reactions } from './schema.ts';
import { way } from './settings.ts';

/** What each reader does about an order, and how it comes to hear of it. */
export async function react(reader: string, { app, broker, database }: Platform) {
  const handle = async ({ orderId }: { orderId: string }) => {
    await database.insert(reactions, { orderId, reader }, { onConflict: 'do nothing' });
  };

  async function takeJob() {
    await database.transaction(async (tx) => {
      const waiting = { reader, doneAt: null };
      const [job] = await tx.select(jobs, waiting, { limit: 1, lock: 'for update skip locked' });
      if (!job) return;
      await tx.insert(reactions, { orderId: job.orderId, reader });
      await tx.update(jobs, { orderId: job.orderId, reader }, { doneAt: new Date().toISOString() });
    });
  }

  async function lookForJobs() {
    for (;;) {
      await takeJob().catch((error) => console.warn('will try again', error));
      await sleep(50);
    }
  }

  if (way === 'call') {
    app.post('/reactions', async ({ body }) => {
      await handle(body as { orderId: string });
      return { status: 204 };
    });
  }
  if (way === 'job row') void lookForJobs();
  if (way === 'queue') await broker.consume({ queue: reader }, handle);
  if (way === 'topic') await broker.subscribe('order.placed', { queue: reader }, handle);
  if (way === 'log') await broker.subscribe('orders', { group: reader, from: 'earliest' }, handle);
}
