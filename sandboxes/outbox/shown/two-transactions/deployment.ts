import type { Deployment } from 'lab';
import * as tables from './schema.ts';

export default { processes: { orders: './orders.ts', relay: './relay.ts' }, tables } satisfies Deployment;
