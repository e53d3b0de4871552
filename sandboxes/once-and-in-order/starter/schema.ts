import { table } from 'lab';

/** What each order has earned. `points` are those of its facts from version 1 to `version`, `bonus` those of its reviews. */
export const accounts = table(
  'accounts',
  { orderId: 'uuid', points: 'integer', bonus: 'integer', version: 'integer' },
  { key: 'orderId' },
);

/** Facts that have been dealt with. */
export const inbox = table('inbox', { eventId: 'uuid' }, { key: 'eventId' });

/** Facts that came before their turn. */
export const parked = table(
  'parked',
  { orderId: 'uuid', version: 'integer', fact: 'jsonb' },
  { key: ['orderId', 'version'] },
);
