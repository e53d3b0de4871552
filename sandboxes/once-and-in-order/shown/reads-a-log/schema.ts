import { table } from 'lab';

export const accounts = table(
  'accounts',
  { orderId: 'uuid', points: 'integer', bonus: 'integer', version: 'integer' },
  { key: 'orderId' },
);
