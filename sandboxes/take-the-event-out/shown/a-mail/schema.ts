import { table } from 'lab';

export const links = table('links', { id: 'uuid', email: 'text' }, { key: 'id' });
export const jobs = table('jobs', { linkId: 'uuid', email: 'text', doneAt: 'timestamptz?' }, { key: 'linkId' });
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', to: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);
