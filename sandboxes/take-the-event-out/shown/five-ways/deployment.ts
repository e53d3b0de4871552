import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    orders: './orders.ts',
    relay: './relay.ts',
    invoicing: './invoicing.ts',
    stock: './stock.ts',
    analytics: './analytics.ts',
  },
  tables,
  logs: { orders: { partitions: 1 } },
} satisfies Deployment;
