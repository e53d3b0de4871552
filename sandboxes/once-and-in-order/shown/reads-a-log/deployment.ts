import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: { points: './points.ts' },
  tables,
  logs: { 'order-facts': { partitions: 1 } },
} satisfies Deployment;
