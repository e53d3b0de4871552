import { keepsItsPromises } from '../promises/keeps-its-promises.ts';

await keepsItsPromises('take-the-event-out');
