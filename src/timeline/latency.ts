import type { Entry } from 'lab/authoring';
import type { TraceIndex } from './trace-index.ts';

/**
 * The lab notes an effect when it takes place; a line also needs the moment it was asked for. These are the lab's simulated
 * latencies in ms; a delay that the schedule brought is noted when the effect was asked for, and counts instead.
 */
export const latencyMs = { publish: 2, deliver: 2, acknowledge: 1, call: 1, answer: 1 };

/** When the effect behind an entry was asked for. */
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
