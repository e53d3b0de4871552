import { keepsItsPromises } from '../promises/keeps-its-promises.ts';

await keepsItsPromises('queue-or-log');
