import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Transaction } from 'lab';
import { jobs } from './schema.ts';

/** Takes this owner's jobs, one after the other, and does each in one transaction. */
export async function takeJobs(
  owner: string,
  database: Database,
  work: (tx: Transaction, journeyId: string) => Promise<void>,
) {
  for (;;) {
    await database.transaction(async (tx) => {
      const [job] = await tx.select(jobs, { owner, doneAt: null }, { limit: 1, lock: 'for update skip locked' });
      if (!job) return;
      await work(tx, job.journeyId);
      await tx.update(jobs, { journeyId: job.journeyId, owner }, { doneAt: new Date().toISOString() });
    });
    await sleep(50);
  }
}
