import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: { checkout: './checkout.ts', tariff: './tariff.ts' },
  tables,
  logs: { questions: { partitions: 1 }, answers: { partitions: 1 } },
} satisfies Deployment;
