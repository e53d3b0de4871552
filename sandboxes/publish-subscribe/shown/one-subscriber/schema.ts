import { table } from 'lab';

export const slips = table('slips', { id: 'uuid', orderId: 'uuid', topic: 'text' }, { key: 'id' });

/** One row each time that analytics is handed something. */
export const counted = table('counted', { id: 'uuid', factId: 'uuid', topic: 'text' }, { key: 'id' });
