import { table } from 'lab';

export const photos = table('photos', { id: 'uuid', name: 'text' }, { key: 'id' });
export const thumbnails = table('thumbnails', { photoId: 'uuid' }, { key: 'photoId' });
export const jobs = table('jobs', { photoId: 'uuid', doneAt: 'timestamptz?' }, { key: 'photoId' });
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', to: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);
