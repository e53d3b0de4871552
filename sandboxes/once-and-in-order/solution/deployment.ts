import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: { points: { module: './points.ts', instances: 2 } }, // others publish what they take
  tables,
} satisfies Deployment;
