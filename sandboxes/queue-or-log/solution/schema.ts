import { table } from 'lab';

/** Written by `invoices`. */
export const invoices = table('invoices', { orderId: 'uuid', number: 'bigserial' }, { key: 'orderId' });

/** Written by `order-list`. `status` is 'open' or 'cancelled'. */
export const orderList = table(
  'order_list',
  { orderId: 'uuid', email: 'text', total: 'integer', status: 'text' },
  { key: 'orderId' },
);

/** Written by `support`. */
export const complaints = table('complaints', { id: 'uuid', about: 'jsonb' }, { key: 'id' });
