import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: { shop: './shop.ts' },
  tables,
  logs: { resets: { partitions: 1 } },
} satisfies Deployment;
