import { type Focus, isQuiet } from './focus.ts';
import { type LaneId, laneOf } from './lane-id.ts';
import type { Pen } from './pens.ts';
import type { Partition } from './scene.ts';
import type { Subjects } from './subjects.ts';
import type { TraceIndex } from './trace-index.ts';

/** The partitions of logs that hold something, each a row of the broker's band below the queues' rows. */
export function partitionsOf(
  index: TraceIndex,
  subjects: Subjects,
  focus: Focus,
  firstRow: number,
  penOf: (lane: LaneId) => Pen,
): Partition[] {
  const found = new Map<
    string,
    { log: string; partition: number; pen: Pen; appends: { at: number; seq: number; offset: number; quiet: boolean }[] }
  >();
  for (const entry of index.trace) {
    if (entry.kind !== 'appended') continue;
    const key = `${entry.log} ${entry.partition}`;
    const known = found.get(key) ?? {
      log: entry.log,
      partition: entry.partition,
      pen: penOf(laneOf(index, entry)),
      appends: [],
    };
    known.appends.push({
      at: entry.at,
      seq: entry.seq,
      offset: entry.offset,
      quiet: isQuiet(focus, subjects.of(entry.seq)),
    });
    found.set(key, known);
  }
  return [...found.values()]
    .sort((a, b) => (a.log < b.log ? -1 : a.log > b.log ? 1 : a.partition - b.partition))
    .slice(0, MOST_PARTITIONS)
    .map((partition, i) => ({ ...partition, row: firstRow + i }));
}

const MOST_PARTITIONS = 12;
