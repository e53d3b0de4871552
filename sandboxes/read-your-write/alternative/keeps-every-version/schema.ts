import { table } from 'lab';

export const orders = table(
  'orders',
  { id: 'uuid', customer: 'text', quantity: 'integer', version: 'integer' },
  { key: 'id' },
);

/** A row for each state: what is never overwritten cannot be overwritten by something older. */
export const orderStates = table(
  'order_states',
  { orderId: 'uuid', version: 'integer', quantity: 'integer' },
  { key: ['orderId', 'version'] },
);
