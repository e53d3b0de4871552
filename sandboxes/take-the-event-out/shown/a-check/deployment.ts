import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    shop: './shop.ts',
    relay: './relay.ts',
    checker: './checker.ts',
    addresses: './addresses.ts',
  },
  tables,
  logs: { orders: { partitions: 1 } },
} satisfies Deployment;
