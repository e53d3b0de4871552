import type { Platform } from 'lab';
import { passOn } from './pass-on.ts';

/** Runs where something goes to the broker. */
export default function start({ broker, database }: Platform) {
  void passOn(broker, database);
}
