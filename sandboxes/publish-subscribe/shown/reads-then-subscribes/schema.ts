import { table } from 'lab';

/** Owned by `orders`. */
export const orders = table('orders', { id: 'uuid', email: 'text' }, { key: 'id' });

/** Owned by `analytics`. */
export const counted = table('counted', { orderId: 'uuid' }, { key: 'orderId' });
