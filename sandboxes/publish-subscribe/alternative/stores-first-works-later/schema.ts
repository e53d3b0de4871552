import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', sku: 'text', status: 'text' }, { key: 'id' });

export const slips = table('slips', { orderId: 'uuid', what: 'text' }, { key: ['orderId', 'what'] });

export const facts = table('facts', { id: 'text', topic: 'text', body: 'jsonb' }, { key: 'id' });

/** Owned by `confirmation`: whose mail has left. */
export const mailed = table('mailed', { orderId: 'uuid' }, { key: 'orderId' });

/** Owned by `stock`: what it was handed and has not looked at yet. */
export const inbox = table('inbox', { id: 'text', position: 'bigserial', topic: 'text', body: 'jsonb' }, { key: 'id' });
