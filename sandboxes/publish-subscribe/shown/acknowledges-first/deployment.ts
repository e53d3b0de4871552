import type { Deployment } from 'lab';

export default {
  processes: { orders: './orders.ts', confirmation: './confirmation.ts' },
  tables: {},
} satisfies Deployment;
