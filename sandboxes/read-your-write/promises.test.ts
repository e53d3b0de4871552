import { keepsItsPromises } from '../promises/keeps-its-promises.ts';

await keepsItsPromises('read-your-write');
