import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text' }, { key: 'id' });
export const jobs = table(
  'jobs',
  { orderId: 'uuid', reader: 'text', doneAt: 'timestamptz?' },
  { key: ['orderId', 'reader'] },
);
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', to: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);
export const reactions = table('reactions', { orderId: 'uuid', reader: 'text' }, { key: ['orderId', 'reader'] });
