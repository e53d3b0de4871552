import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    orders: './orders.ts',
    invoices: { module: './invoices.ts', instances: 2 },
    'order-list': { module: './order-list.ts', instances: 2 },
    support: './support.ts',
  },
  tables,
  logs: { orders: { partitions: 3 } }, // kept, and in three parts; every other topic is routed to queues
} satisfies Deployment;
