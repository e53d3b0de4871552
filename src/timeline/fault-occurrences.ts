import type { Trace } from 'lab/authoring';
import type { Occurrence } from './occurrence.ts';

/**
 * The faults that the schedule brought, and what they struck: without these a picture shows something going wrong and not
 * what made it. Of a crash, what it cut off in the same moment belongs to it.
 */
export function faultOccurrences(occurrences: readonly Occurrence[], trace: Trace): ReadonlySet<Occurrence> {
  const points = new Set(
    trace.flatMap((entry) => (entry.kind === 'struck' && 'point' in entry.fault ? [entry.fault.point] : [])),
  );
  const struck = trace.filter(({ point }) => point !== undefined && points.has(point));
  const seqs = new Set(struck.map(({ seq }) => seq));
  const calls = new Set(struck.flatMap((entry) => ('call' in entry ? [entry.call] : [])));
  const crashes = occurrences.filter((o) => o.kind === 'crashed' && o.fault !== undefined);
  return new Set(
    occurrences.filter(
      (o) =>
        o.kind === 'struck' ||
        crashes.includes(o) ||
        o.seqs.some((seq) => seqs.has(seq)) ||
        ((o.kind === 'asked' || o.kind === 'no answer') && calls.has(o.entry.call)) ||
        crashes.some((crash) => isCutOffBy(crash, o)),
    ),
  );
}

function isCutOffBy(crash: Occurrence, o: Occurrence): boolean {
  const cutsOff = o.kind === 'returned' || o.kind === 'rolled back' || o.kind === 'no answer';
  return cutsOff && o.at === crash.at && o.seqs[0]! > crash.seqs.at(-1)!;
}
