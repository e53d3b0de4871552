import { createEmbeddedEngine } from '../../../src/engines/embedded/embedded-engine.ts';

Object.assign(globalThis, { createEmbeddedEngine });
