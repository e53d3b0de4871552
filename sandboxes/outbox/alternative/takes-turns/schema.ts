import { table } from 'lab';

export const orders = table('orders', { id: 'uuid', email: 'text', status: 'text', version: 'integer' }, { key: 'id' });

/** What is in here is to be told; what has been told is deleted. */
export const outbox = table('outbox', { position: 'bigserial', fact: 'jsonb' }, { key: 'position' });

/** Whoever holds the lock on its one row may publish. */
export const turns = table('turns', { of: 'text' }, { key: 'of' });
