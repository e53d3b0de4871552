import { table } from 'lab';

/** Owned by `orders`. `status` is 'placed', 'paid' or 'cancelled'; `version` begins with 1 and counts the changes. */
export const orders = table('orders', { id: 'uuid', email: 'text', status: 'text', version: 'integer' }, { key: 'id' });

/** Offered: facts that are to be published. */
export const outbox = table(
  'outbox',
  {
    id: 'uuid', // the fact's id
    position: 'bigserial', // numbered by the database, at the insert and before the commit
    topic: 'text',
    key: 'text', // what must stay in order: the order's id
    body: 'jsonb',
    publishedAt: 'timestamptz?', // null until it was published
  },
  { key: 'id' },
);

/** Who leads. */
export const leaders = table('leaders', { of: 'text' }, { key: 'of' });
