import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'lab';
import { jobs, reactions } from './schema.ts';

/** Looks for this reader's jobs and does them, one after the other. */
export async function takeJobs(reader: string, database: Database) {
  async function takeJob() {
    await database.transaction(async (tx) => {
      const waiting = { reader, doneAt: null };
      const [job] = await tx.select(jobs, waiting, { limit: 1, lock: 'for update skip locked' });
      if (!job) return;
      await tx.insert(reactions, { orderId: job.orderId, reader });
      await tx.update(jobs, { orderId: job.orderId, reader }, { doneAt: new Date().toISOString() });
    });
  }

  for (;;) {
    await takeJob().catch((error) => console.warn('will try again', error));
    await sleep(50);
  }
}
