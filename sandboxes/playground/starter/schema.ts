import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', total: 'integer' }, { key: 'id' });

/** What is told of an order, on the topic order.created. */
export type OrderCreated = { id: string; orderId: string; email: string; total: number };

/** Facts that are to be published: filled and emptied where there is a relay. */
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);
