import { table } from 'lab';

/** Written by the orders process alone. */
export const orders = table(
  'orders',
  {
    id: 'uuid',
    email: 'text',
    total: 'integer', // in cents
    marginNote: 'text', // for our own eyes
    version: 'integer', // 1, and one more with every change of the order
    confirmation: 'text', // what the order page shows: 'on its way' or 'sent'
  },
  { key: 'id' },
);

/** Offered, should you want it: events that are to be published. Every process may write into it. */
export const outbox = table(
  'outbox',
  {
    id: 'uuid', // the event's id
    position: 'bigserial', // numbered by the database
    topic: 'text',
    body: 'jsonb',
    publishedAt: 'timestamptz?', // null until it was published
  },
  { key: 'id' },
);

/** Offered, too, and written by the confirmation process alone: one row for each event it has dealt with. */
export const confirmations = table(
  'confirmations',
  {
    eventId: 'uuid',
    orderId: 'uuid',
    sentAt: 'timestamptz',
  },
  { key: 'eventId' },
);

/** Who has had a confirmation. */
export const mailed = table('mailed', { email: 'text', sentAt: 'timestamptz' }, { key: 'email' });
