import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    orders: './orders.ts',
    pricing: './pricing.ts',
    invoicing: './invoicing.ts',
    relay: './relay.ts',
    confirmation: './confirmation.ts',
    analytics: './analytics.ts',
  },
  tables,
} satisfies Deployment;
