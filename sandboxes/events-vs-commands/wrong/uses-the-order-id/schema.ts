import { table } from 'lab';

/** Owned by `orders`. `status` is what the order's page shows: 'pending', 'placed' or 'refused'. */
export const orders = table(
  'orders',
  {
    id: 'uuid',
    email: 'text',
    sku: 'text',
    quantity: 'integer',
    status: 'text',
  },
  { key: 'id' },
);

/** Owned by `stock`. */
export const shelves = table('shelves', { sku: 'text', available: 'integer' }, { key: 'sku' });

/** Owned by `stock`: what was answered to each command. */
export const reservations = table('reservations', { orderId: 'uuid', answer: 'jsonb' }, { key: 'orderId' });
