import { table } from 'lab';

/** Owned by `orders`. `confirmation` is what the order page shows. */
export const orders = table(
  'orders',
  {
    id: 'uuid',
    email: 'text',
    total: 'integer', // in cents
    marginNote: 'text', // for our own eyes
    version: 'integer',
    confirmation: 'text', // 'on its way' or 'sent'
  },
  { key: 'id' },
);

/** Offered, should you want it: messages that are to be published. */
export const outbox = table(
  'outbox',
  {
    id: 'uuid', // the event's id
    position: 'bigserial',
    topic: 'text',
    body: 'jsonb',
    publishedAt: 'timestamptz?',
  },
  { key: 'id' },
);

/** Owned by `confirmation`, should you want it: one row for each event it has dealt with. */
export const confirmations = table(
  'confirmations',
  {
    eventId: 'uuid',
    orderId: 'uuid',
    sentAt: 'timestamptz',
  },
  { key: 'eventId' },
);
