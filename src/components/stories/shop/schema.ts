import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text' }, { key: 'id' });
export const items = table('items', { orderId: 'uuid', pens: 'integer' }, { key: 'orderId' });
export const reservations = table('reservations', { orderId: 'uuid', pens: 'integer' }, { key: 'orderId' });
export const listed = table('listed', { orderId: 'uuid', email: 'text' }, { key: 'orderId' });
export const confirmations = table('confirmations', { orderId: 'uuid', email: 'text' }, { key: 'orderId' });
