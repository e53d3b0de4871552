import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: { orders: './orders.ts', analytics: './analytics.ts' },
  tables,
} satisfies Deployment;
