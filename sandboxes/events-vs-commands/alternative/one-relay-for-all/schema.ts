import { table } from 'lab';

export const orders = table(
  'orders',
  { id: 'uuid', email: 'text', sku: 'text', quantity: 'integer', status: 'text' },
  { key: 'id' },
);

export const shelves = table('shelves', { sku: 'text', available: 'integer' }, { key: 'sku' });

export const reservations = table('reservations', { orderId: 'uuid', reserved: 'boolean' }, { key: 'orderId' });

/** What is to be sent or told, by whomever. `isCommand` says which. */
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', owner: 'text', name: 'text', isCommand: 'boolean', body: 'jsonb' },
  { key: 'id' },
);
