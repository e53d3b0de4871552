import { table } from 'lab';

/** Owned by `orders`. The page's words come from `mails`, so this row never changes. */
export const orders = table(
  'orders',
  {
    id: 'uuid',
    email: 'text',
    total: 'integer', // in cents
    marginNote: 'text', // for our own eyes
    version: 'integer',
    confirmation: 'text',
  },
  { key: 'id' },
);

/** Events that nobody has published yet. */
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', topic: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);

/** Owned by `confirmation`: one job for each event. */
export const mails = table(
  'mails',
  { eventId: 'uuid', orderId: 'uuid', email: 'text', total: 'integer', sentAt: 'timestamptz?' },
  { key: 'eventId' },
);
