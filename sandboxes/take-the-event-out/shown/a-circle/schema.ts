import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', confirmedAt: 'timestamptz?' }, { key: 'id' });
