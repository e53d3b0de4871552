import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { exists } from './ask.ts';
import { checks, jobs } from './schema.ts';
import { way } from './settings.ts';

type ToCheck = { orderId: string; address: string };

/** Asks the service outside about orders that are accepted already. */
export default async function start({ broker, database }: Platform) {
  async function check({ orderId, address }: ToCheck) {
    const answer = await exists(address, 1_000);
    await database.insert(checks, { orderId, exists: answer }, { onConflict: 'do nothing' });
  }

  async function takeJobs() {
    for (;;) {
      for (const job of await database.select(jobs, { doneAt: null })) {
        const done = () => database.update(jobs, { orderId: job.orderId }, { doneAt: new Date().toISOString() });
        await check(job)
          .then(done)
          .catch((error) => console.warn('will try again', error));
      }
      await sleep(50);
    }
  }

  if (way === 'job row') void takeJobs();
  if (way === 'queue') await broker.consume({ queue: 'checks' }, check);
  if (way === 'topic') await broker.subscribe('order.placed', { queue: 'checker' }, check);
  if (way === 'log') await broker.subscribe('orders', { group: 'checker', from: 'earliest' }, check);
}
