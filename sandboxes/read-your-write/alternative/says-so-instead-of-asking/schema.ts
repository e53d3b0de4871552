import { table } from 'lab';

/** Owned by `orders`: what is true. */
export const orders = table(
  'orders',
  { id: 'uuid', customer: 'text', quantity: 'integer', version: 'integer' },
  { key: 'id' },
);

/** Owned by `projection`: what the page shows, made of events. The page reads it from the replicas. */
export const orderPages = table(
  'order_pages',
  { orderId: 'uuid', quantity: 'integer', version: 'integer' },
  { key: 'orderId' },
);
