import type { Deployment } from 'lab';
import * as tables from './schema.ts';
import { partitions, pollMs, replicas } from './settings.ts';

export default {
  processes: {
    orders: './orders.ts',
    ...(pollMs > 0 ? { relay: './relay.ts' } : {}),
    confirmation: './confirmation.ts',
  },
  tables,
  replicas,
  logs: partitions > 0 ? { 'order.created': { partitions } } : {},
} satisfies Deployment;
