import { keepsItsPromises } from '../promises/keeps-its-promises.ts';

await keepsItsPromises('order-list-right-away');
