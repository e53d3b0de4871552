import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    orders: './orders.ts',
    projection: './projection.ts',
    page: { module: './page.ts', instances: 2 },
  },
  tables,
  replicas: 1, // where the page reads the list; how far it is behind is another matter every day
} satisfies Deployment;
