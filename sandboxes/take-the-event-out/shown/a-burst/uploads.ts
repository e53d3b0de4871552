import type { Platform, Transaction } from 'lab';
import { jobs, outbox, photos } from './schema.ts';
import { way } from './settings.ts';

/** Stores a photo, and sees to it that somebody makes it small. */
export default function start({ app, database }: Platform) {
  app.post('/photos', async ({ body }) => {
    const { name } = body as { name: string };
    const photoId = crypto.randomUUID();
    if (way === 'call' && !(await isMadeSmall(photoId))) return { status: 503 };
    await database.transaction(async (tx) => {
      await tx.insert(photos, { id: photoId, name });
      if (way === 'job row') await tx.insert(jobs, { photoId });
      if (way === 'queue') await note(tx, 'thumbnails', photoId);
      if (way === 'topic') await note(tx, 'photo.uploaded', photoId);
      if (way === 'log') await note(tx, 'photos', photoId);
    });
    return { status: 201, body: { photoId } };
  });
}

async function isMadeSmall(photoId: string): Promise<boolean> {
  const signal = AbortSignal.timeout(300);
  return fetch('http://thumbnails/photos', { method: 'POST', body: JSON.stringify({ photoId }), signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function note(tx: Transaction, to: string, photoId: string) {
  await tx.insert(outbox, { id: crypto.randomUUID(), to, body: { photoId } });
}
