import { table } from 'lab';

/** Written by `orders` alone. */
export const orders = table(
  'orders',
  { id: 'uuid', email: 'text', sku: 'text', total: 'integer', invoicedAt: 'timestamptz?' },
  { key: 'id' },
);

/** Belongs to `pricing`: nobody else opens it. */
export const prices = table('prices', { sku: 'text', cents: 'integer' }, { key: 'sku' });

/** Written by `invoicing` alone. */
export const invoices = table('invoices', { id: 'uuid', orderId: 'uuid', total: 'integer' }, { key: 'id' });

/** Offered: work that must be done, written with what makes it necessary. */
export const jobs = table('jobs', { id: 'uuid', kind: 'text', body: 'jsonb', doneAt: 'timestamptz?' }, { key: 'id' });

/** Facts that the relay is to tell. */
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', topic: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);

/** What analytics has heard. */
export const facts = table('facts', { id: 'uuid', body: 'jsonb' }, { key: 'id' });
