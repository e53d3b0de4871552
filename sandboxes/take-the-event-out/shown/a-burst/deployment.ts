import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default {
  processes: {
    uploads: './uploads.ts',
    relay: './relay.ts',
    thumbnails: { module: './thumbnails.ts', instances: 4 },
  },
  tables,
  logs: { photos: { partitions: 2 } },
} satisfies Deployment;
