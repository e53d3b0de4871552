import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    journeys: './journeys.ts',
    flight: './flight.ts',
    hotel: './hotel.ts',
    payment: './payment.ts',
    relay: './relay.ts',
  },
  tables,
  logs: { journeys: { partitions: 1 } },
} satisfies Deployment;
