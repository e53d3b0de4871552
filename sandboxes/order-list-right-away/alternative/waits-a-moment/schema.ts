import { table } from 'lab';

/** Owned by `orders`, who alone reads and writes it. */
export const orders = table(
  'orders',
  { id: 'uuid', email: 'text', pens: 'integer', status: 'text', version: 'integer' },
  { key: 'id' },
);

/** The list, made of events by `projection`. The page reads it from the replica. */
export const orderList = table(
  'order_list',
  { orderId: 'uuid', email: 'text', pens: 'integer', status: 'text', version: 'integer' },
  { key: 'orderId' },
);
