import { table } from 'lab';

export const accounts = table(
  'accounts',
  { orderId: 'uuid', points: 'integer', bonus: 'integer', version: 'integer' },
  { key: 'orderId' },
);

/** Everything that came, and whether it is in its account by now. A review has no version and needs none. */
export const received = table(
  'received',
  { id: 'uuid', orderId: 'uuid', version: 'integer?', type: 'text', points: 'integer?', counted: 'boolean' },
  { key: 'id' },
);
