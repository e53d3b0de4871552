import type { Deployment } from 'lab';
import * as tables from './schema.ts';
import { partitions } from './settings.ts';

export default {
  processes: { orders: './orders.ts', 'order-list': { module: './order-list.ts', instances: 2 } },
  tables,
  logs: { orders: { partitions } },
} satisfies Deployment;
