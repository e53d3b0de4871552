import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text' }, { key: 'id' });
export const parcels = table('parcels', { orderId: 'uuid' }, { key: 'orderId' });
export const sales = table('sales', { orderId: 'uuid' }, { key: 'orderId' });
