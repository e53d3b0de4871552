import { keepsItsPromises } from '../promises/keeps-its-promises.ts';

await keepsItsPromises('decouple-confirmation');
