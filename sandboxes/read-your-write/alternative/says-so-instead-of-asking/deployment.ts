import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    orders: './orders.ts',
    projection: './projection.ts',
    page: { module: './page.ts', instances: 2 },
  },
  tables,
  replicas: 2, // each is behind by its own amount, which is another one every day
} satisfies Deployment;
