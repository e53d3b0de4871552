import { table } from 'lab';

export const orders = table(
  'orders',
  { id: 'uuid', email: 'text', sku: 'text', quantity: 'integer', status: 'text' },
  { key: 'id' },
);

export const shelves = table('shelves', { sku: 'text', available: 'integer' }, { key: 'sku' });

export const reservations = table('reservations', { orderId: 'uuid', answer: 'jsonb' }, { key: 'orderId' });

/** Owned by `orders`: what has been told of each order, to be told again word for word. */
export const told = table('told', { orderId: 'uuid', event: 'jsonb' }, { key: 'orderId' });
