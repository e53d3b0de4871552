import type { Entry } from 'lab/authoring';
import type { TraceIndex } from './trace-index.ts';

/**
 * When the effect behind an entry was asked for. The lab notes an effect when it takes place; a delay that the schedule
 * brought is noted when the effect was asked for, and counts instead of the usual latency.
 */
export function askedAt(entry: Entry, usualMs: number, delayed: ReadonlyMap<string, number>): number {
  const asked = entry.point === undefined ? undefined : delayed.get(entry.point);
  return Math.max(0, Math.min(entry.at, asked ?? entry.at - usualMs));
}

/** Points that the schedule delayed, with the moment they were asked for. */
export function delayedPoints(index: TraceIndex): ReadonlyMap<string, number> {
  const delayed = new Map<string, number>();
  for (const entry of index.trace)
    if (entry.kind === 'struck' && entry.fault.kind === 'delay') delayed.set(entry.fault.point, entry.at);
  return delayed;
}
