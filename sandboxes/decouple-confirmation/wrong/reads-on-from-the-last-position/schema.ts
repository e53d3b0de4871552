import { table } from 'lab';

export const orders = table(
  'orders',
  {
    id: 'uuid',
    email: 'text',
    total: 'integer', // in cents
    marginNote: 'text',
    version: 'integer',
    confirmation: 'text',
  },
  { key: 'id' },
);

export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', topic: 'text', body: 'jsonb' },
  { key: 'id' },
);

/** Up to which position the relay has published. */
export const cursors = table('cursors', { reader: 'text', position: 'integer' }, { key: 'reader' });

export const confirmations = table(
  'confirmations',
  { eventId: 'uuid', orderId: 'uuid', sentAt: 'timestamptz' },
  { key: 'eventId' },
);
