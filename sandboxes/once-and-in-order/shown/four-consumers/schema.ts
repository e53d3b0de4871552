import { table } from 'lab';

export const accounts = table(
  'accounts',
  { orderId: 'uuid', points: 'integer', bonus: 'integer', version: 'integer' },
  { key: 'orderId' },
);

export const inbox = table('inbox', { eventId: 'uuid' }, { key: 'eventId' });

export const facts = table(
  'facts',
  { orderId: 'uuid', version: 'integer', fact: 'jsonb' },
  { key: ['orderId', 'version'] },
);
