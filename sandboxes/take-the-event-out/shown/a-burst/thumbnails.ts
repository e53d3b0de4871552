import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { jobs, thumbnails } from './schema.ts';
import { way } from './settings.ts';

const workMs = 100;

/** One of several machines that make photos small. */
export default async function start({ app, broker, database }: Platform) {
  async function makeSmall({ photoId }: { photoId: string }) {
    await sleep(workMs);
    await database.insert(thumbnails, { photoId }, { onConflict: 'do nothing' });
  }

  async function takeJob(): Promise<boolean> {
    return database.transaction(async (tx) => {
      const [job] = await tx.select(jobs, { doneAt: null }, { limit: 1, lock: 'for update skip locked' });
      if (!job) return false;
      await sleep(workMs);
      await tx.insert(thumbnails, { photoId: job.photoId });
      await tx.update(jobs, { photoId: job.photoId }, { doneAt: new Date().toISOString() });
      return true;
    });
  }

  async function takeJobs() {
    for (;;) if (!(await takeJob())) await sleep(50);
  }

  if (way === 'call')
    app.post('/photos', async ({ body }) => {
      await makeSmall(body as { photoId: string });
      return { status: 204 };
    });
  if (way === 'job row') void takeJobs();
  if (way === 'queue') await broker.consume({ queue: 'thumbnails' }, makeSmall);
  if (way === 'topic') await broker.subscribe('photo.uploaded', { queue: 'thumbnails' }, makeSmall);
  if (way === 'log') await broker.subscribe('photos', { group: 'thumbnails', from: 'earliest' }, makeSmall);
}
