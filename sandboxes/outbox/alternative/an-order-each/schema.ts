import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', status: 'text', version: 'integer' }, { key: 'id' });

export const outbox = table(
  'outbox',
  { id: 'uuid', orderId: 'uuid', version: 'integer', topic: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);

/** One row for each order. Whoever holds its lock may tell of that order. */
export const streams = table('streams', { orderId: 'uuid', told: 'integer' }, { key: 'orderId' });
