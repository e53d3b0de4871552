import { table } from 'lab';

export const orderList = table('order_list', { orderId: 'uuid', email: 'text', status: 'text' }, { key: 'orderId' });
