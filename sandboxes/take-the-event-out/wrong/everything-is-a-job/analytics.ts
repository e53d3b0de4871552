import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { facts, jobs } from './schema.ts';

export default function start({ database }: Platform) {
  async function keepNext(): Promise<boolean> {
    return database.transaction(async (tx) => {
      const [job] = await tx.select(
        jobs,
        { kind: 'analytics', doneAt: null },
        { limit: 1, lock: 'for update skip locked' },
      );
      if (!job) return false;
      await tx.insert(facts, { id: job.id, body: job.body });
      await tx.update(jobs, { id: job.id }, { doneAt: new Date().toISOString() });
      return true;
    });
  }

  async function work() {
    for (;;) {
      const isDone = await keepNext().catch((error) => console.warn('will try again', error));
      if (!isDone) await sleep(100);
    }
  }
  void work();
}
