import { table } from 'lab';

/** Worked out anew from the two tables below, each time one of them grows. */
export const accounts = table(
  'accounts',
  { orderId: 'uuid', points: 'integer', bonus: 'integer', version: 'integer' },
  { key: 'orderId' },
);

export const facts = table(
  'facts',
  { orderId: 'uuid', version: 'integer', type: 'text', points: 'integer?' },
  { key: ['orderId', 'version'] },
);

export const reviews = table('reviews', { id: 'uuid', orderId: 'uuid', points: 'integer' }, { key: 'id' });
