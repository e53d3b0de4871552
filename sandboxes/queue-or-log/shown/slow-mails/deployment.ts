import type { Deployment } from 'lab';

export default {
  processes: { confirmation: { module: './confirmation.ts', instances: 2 } },
  tables: {},
  logs: { orders: { partitions: 3 } },
} satisfies Deployment;
