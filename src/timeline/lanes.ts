import { type LaneId, laneNamed, laneOf } from './lane-id.ts';
import type { Occurrence } from './occurrence.ts';
import { pensOf } from './pens.ts';
import type { Lane } from './scene.ts';
import type { Subjects } from './subjects.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Who starts, the broker, quiet subscribers, and outermost the subscriber that the story is about, so that its labels have
 * free paper. Lanes that say nothing in this story are left out.
 */
export function lanesOf(occurrences: readonly Occurrence[], index: TraceIndex, subjects: Subjects): Lane[] {
  const speaking = new Set<LaneId>(occurrences.map((o) => o.lane));
  for (const o of occurrences) {
    if (PASSES_BROKER.has(o.kind)) speaking.add('broker');
    if (o.kind === 'asked' || o.kind === 'read') for (const lane of serverLanes(o, index)) speaking.add(lane);
  }
  const sides = sidesOf(index);
  const processes = [...speaking].filter((id) => id.startsWith('process '));
  const main = mainLane(occurrences, sides);
  const above = grouped(
    processes.filter((id) => sides.get(id)?.side !== 'below'),
    sides,
  );
  const below = grouped(
    processes.filter((id) => sides.get(id)?.side === 'below'),
    sides,
    main,
  );
  const ids: LaneId[] = [
    ...(speaking.has('customer') ? (['customer'] as const) : []),
    ...(speaking.has('publisher') ? (['publisher'] as const) : []),
    ...above,
    ...(speaking.has('broker') ? (['broker'] as const) : []),
    ...below,
  ];
  const pens = pensOf([...index.instances.keys()]);
  return ids.map((id): Lane => {
    if (id === 'broker') return { id, name: 'broker', pen: 'broker' };
    if (id === 'customer') return { id, name: customerName(occurrences, subjects), pen: 'reader' };
    if (id === 'publisher') return { id, name: 'another system', pen: 'reader' };
    const name = id.slice('process '.length);
    const process = sides.get(id)?.process ?? name;
    return { id, name, pen: pens.get(process) ?? 'reader', process };
  });
}

/**
 * Whether somebody outside has a lane: when a page is looked at, a verdict rests on a request, one fails, or an answer is
 * long in coming. Otherwise a request is told where it arrives.
 */
export function showsCustomer(occurrences: readonly Occurrence[], evidence: ReadonlySet<number>): boolean {
  return occurrences.some((o) => {
    if (o.kind === 'read') return true;
    const outside =
      (o.kind === 'asked' && o.entry.from === 'customer') ||
      ((o.kind === 'answered' || o.kind === 'no answer') && o.call?.from === 'customer');
    if (!outside) return false;
    if (o.kind === 'no answer' || o.seqs.some((seq) => evidence.has(seq))) return true;
    return (
      o.kind === 'answered' && (o.entry.status >= 400 || (o.call !== undefined && o.entry.at - o.call.at >= LONG_MS))
    );
  });
}

/** An answer that takes this long is a wait that one should see. */
const LONG_MS = 25;

const PASSES_BROKER = new Set<Occurrence['kind']>([
  'published',
  'delivered',
  'acknowledged',
  'returned',
  'given up',
  'appended',
  'record read',
  'offset committed',
]);

interface Side {
  readonly side: 'above' | 'below';
  readonly first: number;
  readonly process: string;
}

/** Processes that publish first stand above the broker, processes that are handed something first below it. */
function sidesOf(index: TraceIndex): Map<LaneId, Side> {
  const sides = new Map<LaneId, Side>();
  const decided = new Set<LaneId>();
  for (const entry of index.trace) {
    if (entry.kind === 'called' && index.instances.has(entry.to)) {
      // Who is asked before it is handed anything is where a story starts.
      const asked = laneNamed(index, entry.to);
      if (!decided.has(asked)) sides.set(asked, { side: 'above', first: entry.seq, process: entry.to });
      decided.add(asked);
    }
    if (!('process' in entry)) continue;
    const id = laneOf(index, entry);
    const below = entry.kind === 'delivered' || entry.kind === 'read';
    const above = entry.kind === 'published' || entry.kind === 'appended' || entry.kind === 'answered';
    if (!sides.has(id)) sides.set(id, { side: 'above', first: entry.seq, process: entry.process });
    if (decided.has(id) || !(below || above)) continue;
    decided.add(id);
    sides.set(id, { side: below ? 'below' : 'above', first: entry.seq, process: entry.process });
  }
  return sides;
}

/** In the order in which processes first have a part, the one of the main lane last; instances of one stand together. */
function grouped(ids: readonly LaneId[], sides: ReadonlyMap<LaneId, Side>, main?: LaneId): LaneId[] {
  const processOf = (id: LaneId) => sides.get(id)?.process ?? id;
  const groups = new Map<string, LaneId[]>();
  for (const id of [...ids].sort((a, b) => (sides.get(a)?.first ?? 0) - (sides.get(b)?.first ?? 0)))
    groups.set(processOf(id), [...(groups.get(processOf(id)) ?? []), id]);
  const isMain = ([process]: readonly [string, LaneId[]]) => Number(main !== undefined && process === processOf(main));
  return [...groups]
    .sort((a, b) => isMain(a) - isMain(b))
    .flatMap(([, group]) => group.sort((a, b) => instanceOf(a) - instanceOf(b)));
}

const instanceOf = (id: LaneId): number => Number(/-(\d+)$/.exec(id)?.[1] ?? 1);

function mainLane(occurrences: readonly Occurrence[], sides: ReadonlyMap<LaneId, Side>): LaneId | undefined {
  const below = (o: Occurrence) => sides.get(o.lane)?.side === 'below';
  return (occurrences.findLast((o) => o.kind === 'mailed' && below(o)) ?? occurrences.find(below))?.lane;
}

function serverLanes(o: Extract<Occurrence, { kind: 'asked' | 'read' }>, index: TraceIndex): LaneId[] {
  const answer = o.kind === 'read' ? o.entry : index.answered.get(o.entry.call);
  return answer ? [laneOf(index, answer)] : [];
}

function customerName(occurrences: readonly Occurrence[], subjects: Subjects): string {
  // A page that is not there is nobody's.
  const looks = occurrences.filter((o) => o.lane === 'customer' && !(o.kind === 'read' && o.entry.status === 404));
  const keys = new Set(looks.flatMap((o) => o.subjects));
  const [key] = keys;
  if (keys.size !== 1 || key === undefined || !looks.some((o) => o.kind === 'read')) return 'customer';
  const subject = subjects.named(key);
  return subject.name === subject.order ? 'customer' : `${subject.name}’s page`;
}
