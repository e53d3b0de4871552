import { EventEmitter } from 'node:events';

/** Our event bus. */
export const bus = new EventEmitter();
