import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', status: 'text', version: 'integer' }, { key: 'id' });

export const outbox = table(
  'outbox',
  { position: 'bigserial', topic: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'position' },
);
