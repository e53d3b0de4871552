import { table } from 'lab';

/** Owned by `orders`. */
export const orders = table('orders', { id: 'uuid', email: 'text', sku: 'text', status: 'text' }, { key: 'id' });

/** Owned by `stock`: what people at the shelf read. `what` is the second word of the topic: 'created', say. */
export const slips = table('slips', { orderId: 'uuid', what: 'text' }, { key: ['orderId', 'what'] });

/** Owned by `analytics`: every fact about orders, with the topic that it came under. */
export const facts = table('facts', { id: 'text', topic: 'text', body: 'jsonb' }, { key: 'id' });

/** Owned by `confirmation`: whose mail somebody has taken on. */
export const claims = table('claims', { orderId: 'uuid' }, { key: 'orderId' });
