import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    orders: './orders.ts',
    relay: './relay.ts',
    confirmation: './confirmation.ts',
  },
  tables,
  replicas: 1,
} satisfies Deployment;
