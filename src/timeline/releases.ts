import type { Entry, Of } from 'lab/authoring';
import type { TraceIndex } from './trace-index.ts';

/**
 * A scenario that releases a process later stops it as the play begins, before it has done anything. Nothing was lost with it, so it was not
 * stopped: it had not been released yet. A queue that it has bound is something done: that one goes on filling.
 */
export function isUnreleased(stop: Of<'crashed'>, { trace }: TraceIndex): boolean {
  if (stop.because !== 'stopped' || stop.life > 1) return false;
  // Once the shop is open, somebody takes down what was there, idle as it may be.
  if (trace.some((entry) => entry.seq < stop.seq && entry.kind === 'called')) return false;
  return trace.every((entry) => entry.seq >= stop.seq || !isSame(entry, stop) || BEFORE_ANYTHING.has(entry.kind));
}

/** The first start that counts: after such a stop, or of a process that was not there when the play began. */
export function isRelease(start: Of<'started'>, index: TraceIndex): boolean {
  if (start.life === 1) return start.at > 0;
  const stop = index.trace.findLast(
    (entry) => entry.seq < start.seq && entry.kind === 'crashed' && isSame(entry, start),
  );
  return stop?.kind === 'crashed' && isUnreleased(stop, index);
}

const BEFORE_ANYTHING = new Set<Entry['kind']>(['started', 'loaded', 'ready', 'assigned', 'logged']);

const isSame = (entry: Entry, { process, instance }: Of<'crashed' | 'started'>): boolean =>
  'process' in entry && entry.process === process && entry.instance === instance;
