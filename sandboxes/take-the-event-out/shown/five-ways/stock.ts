import type { Platform } from 'lab';
import { react } from './react.ts';

export default (platform: Platform) => react('stock', platform);
