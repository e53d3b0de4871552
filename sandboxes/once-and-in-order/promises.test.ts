import { keepsItsPromises } from '../promises/keeps-its-promises.ts';

await keepsItsPromises('once-and-in-order');
