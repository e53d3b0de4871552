import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: { orders: './orders.ts', confirmation: './confirmation.ts' },
  tables,
  // A retained log instead of routed messages: logs: { 'order.created': { partitions: 3 } },
  // Read-only copies of the database: replicas: 1,
} satisfies Deployment;
