import { table } from 'lab';

export const accounts = table(
  'accounts',
  { orderId: 'uuid', points: 'integer', bonus: 'integer', version: 'integer' },
  { key: 'orderId' },
);

/** The order's own numbers tell copies of facts. Reviews have none, so their ids are kept. */
export const reviews = table('reviews', { id: 'uuid' }, { key: 'id' });

export const parked = table(
  'parked',
  { orderId: 'uuid', version: 'integer', type: 'text', points: 'integer' },
  { key: ['orderId', 'version'] },
);
