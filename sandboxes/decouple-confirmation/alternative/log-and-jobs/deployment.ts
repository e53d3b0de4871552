import type { Deployment } from 'lab';
import * as tables from './schema.ts';

/** `order.created` is kept in a log; two confirmation processes share its partitions and its jobs. */
export default {
  processes: {
    orders: './orders.ts',
    confirmation: { module: './confirmation.ts', instances: 2 },
  },
  tables,
  logs: { 'order.created': { partitions: 2 } },
} satisfies Deployment;
