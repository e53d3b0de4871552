import type { Platform } from 'lab';
import { serve } from './serve.ts';

export default (platform: Platform) => serve('flight', platform);
