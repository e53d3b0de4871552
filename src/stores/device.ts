import type { Backing } from './backing.ts';
import { createDeviceStorage } from './storage.ts';

/** The storage of the browser that this page runs in; while the site is built there is none, and it forgets. */
export const device = createDeviceStorage(findBacking(), 'window' in globalThis ? globalThis.window : undefined);

function findBacking(): Backing | undefined {
  // In Node, asking for `localStorage` prints a warning; in a browser that forbids it, asking throws.
  if (!('window' in globalThis)) return undefined;
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}
