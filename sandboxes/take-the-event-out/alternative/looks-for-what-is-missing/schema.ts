import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', sku: 'text', total: 'integer' }, { key: 'id' });
export const prices = table('prices', { sku: 'text', cents: 'integer' }, { key: 'sku' });

/** One for each order: the key sees to it. */
export const invoices = table('invoices', { orderId: 'uuid', total: 'integer' }, { key: 'orderId' });

export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', topic: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);

export const facts = table('facts', { id: 'uuid', body: 'jsonb' }, { key: 'id' });
