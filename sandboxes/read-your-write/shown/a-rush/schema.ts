import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', quantity: 'integer' }, { key: 'id' });
export const orderPages = table('order_pages', { orderId: 'uuid', quantity: 'integer' }, { key: 'orderId' });
