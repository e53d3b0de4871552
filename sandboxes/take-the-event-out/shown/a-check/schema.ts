import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', address: 'text' }, { key: 'id' });
/** What is known of an order's address. */
export const checks = table('checks', { orderId: 'uuid', exists: 'boolean' }, { key: 'orderId' });
export const jobs = table('jobs', { orderId: 'uuid', address: 'text', doneAt: 'timestamptz?' }, { key: 'orderId' });
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', to: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);
