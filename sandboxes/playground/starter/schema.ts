import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', total: 'integer' }, { key: 'id' });
