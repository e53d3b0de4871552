import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: { orders: './orders.ts', confirmation: './confirmation.ts' },
  tables,
} satisfies Deployment;
