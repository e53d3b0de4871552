import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', status: 'text', version: 'integer' }, { key: 'id' });

export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', topic: 'text', key: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);

/** Who may publish, and until when. */
export const leases = table('leases', { of: 'text', holder: 'text', until: 'timestamptz' }, { key: 'of' });
