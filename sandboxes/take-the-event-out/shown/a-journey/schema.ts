import { table } from 'lab';

export const journeys = table('journeys', { id: 'uuid', status: 'text' }, { key: 'id' });
export const bookings = table(
  'bookings',
  { journeyId: 'uuid', service: 'text', status: 'text' },
  { key: ['journeyId', 'service'] },
);
/** The next step of a journey, and whose it is. */
export const jobs = table(
  'jobs',
  { journeyId: 'uuid', owner: 'text', doneAt: 'timestamptz?' },
  { key: ['journeyId', 'owner'] },
);
export const outbox = table(
  'outbox',
  { id: 'uuid', position: 'bigserial', to: 'text', body: 'jsonb', publishedAt: 'timestamptz?' },
  { key: 'id' },
);
