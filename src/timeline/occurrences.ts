import type { Entry, Of } from 'lab/authoring';
import { type LaneId, laneNamed, laneOf } from './lane-id.ts';
import type { Occurrence } from './occurrence.ts';
import { isStale, shownBy } from './reads.ts';
import { isRelease, isUnreleased } from './releases.ts';
import { sameMail } from './repeats.ts';
import { readersOf } from './replicas.ts';
import type { Story } from './story.ts';
import type { Subjects } from './subjects.ts';
import { messageOf, type TraceIndex } from './trace-index.ts';

/** Everything worth a sentence, in the order of the trace. What only polls, loads or gets ready is not. */
export function occurrencesOf(story: Story, index: TraceIndex, subjects: Subjects): Occurrence[] {
  const context: Context = {
    story,
    index,
    subjects,
    points: pointsOf(index),
    evidence: new Set(story.evidence),
    said: new Map(),
  };
  const found: Occurrence[] = [];
  for (const entry of index.trace) {
    const occurrence =
      occurrenceOf(entry, context) ?? (context.evidence.has(entry.seq) ? notedOf(entry, context) : undefined);
    if (occurrence) found.push(occurrence);
  }
  return found;
}

interface Context {
  readonly story: Story;
  readonly index: TraceIndex;
  readonly subjects: Subjects;
  readonly points: ReadonlyMap<string, Entry>;
  readonly evidence: ReadonlySet<number>;
  /** How often a process has written the same line. */
  readonly said: Map<string, number>;
}

function occurrenceOf(entry: Entry, context: Context): Occurrence | undefined {
  const { index } = context;
  switch (entry.kind) {
    case 'called':
    case 'answered':
    case 'unanswered':
      return requestOf(entry, context);
    case 'committed':
      return entry.changes.length === 0
        ? undefined
        : { ...base(entry, laneOf(index, entry), context), kind: 'committed', entry };
    case 'rolled back':
      return index.wrote.has(entry.tx)
        ? { ...base(entry, laneOf(index, entry), context), kind: 'rolled back', entry }
        : undefined;
    case 'waited':
      return { ...base(entry, laneOf(index, entry), context), kind: 'waited', entry };
    case 'mailed':
      return {
        ...base(entry, laneOf(index, entry), context),
        kind: 'mailed',
        entry,
        ...sameMail(entry, index, context.subjects),
      };
    case 'mail refused':
      return { ...base(entry, laneOf(index, entry), context), kind: 'mail refused', entry };
    case 'logged':
      return saidOf(entry, context);
    case 'started':
      return startOf(entry, context);
    case 'crashed':
      return crashOf(entry, context);
    case 'struck':
      return strikeOf(entry, context);
    case 'broker':
      return { ...base(entry, 'broker', context), kind: 'broker', entry };
    default:
      return messageOccurrence(entry, context);
  }
}

function messageOccurrence(entry: Entry, context: Context): Occurrence | undefined {
  const { index } = context;
  switch (entry.kind) {
    case 'published':
    case 'delivered':
    case 'acknowledged':
    case 'appended':
    case 'offset committed':
      return { ...base(entry, laneOf(index, entry), context), kind: entry.kind, entry } as Occurrence;
    case 'read':
      return {
        ...base(entry, laneOf(index, entry), context),
        kind: 'record read',
        entry,
        again: isReadAgain(entry, index),
      };
    case 'assigned':
      // The first division of partitions is how a play begins; only a change of it is news.
      return index.trace.some(
        (e) => e.kind === 'assigned' && e.group === entry.group && e.log === entry.log && e.at < entry.at,
      )
        ? { ...base(entry, laneOf(index, entry), context), kind: 'assigned', entry }
        : undefined;
    case 'returned':
    case 'given up':
      return { ...base(entry, 'broker', context), kind: entry.kind, entry } as Occurrence;
    default:
      return undefined;
  }
}

function isReadAgain(entry: Of<'read'>, { trace }: TraceIndex): boolean {
  return trace.some(
    (other) =>
      other.kind === 'read' &&
      other.seq < entry.seq &&
      other.group === entry.group &&
      other.log === entry.log &&
      other.partition === entry.partition &&
      other.offset === entry.offset,
  );
}

function requestOf(entry: Of<'called' | 'answered' | 'unanswered'>, context: Context): Occurrence | undefined {
  const { index, subjects, story } = context;
  if (entry.kind === 'called') {
    // A page that is looked at is one thing: it is told when it shows something, or when it fails to.
    const answer = index.answered.get(entry.call);
    if (isLook(entry, index) && answer && !context.evidence.has(entry.seq)) return undefined;
    return {
      ...base(entry, laneNamed(index, entry.from), context),
      subjects: answer ? subjects.of(answer.seq) : subjects.of(entry.seq),
      kind: 'asked',
      entry,
    };
  }
  const call = index.called.get(entry.call);
  if (entry.kind === 'unanswered')
    return { ...base(entry, call ? laneNamed(index, call.from) : 'customer', context), kind: 'no answer', entry, call };
  if (call && isLook(call, index)) {
    const read = { ...base(entry, laneNamed(index, call.from), context), seqs: [call.seq, entry.seq] };
    return {
      ...read,
      kind: 'read',
      entry,
      call,
      shown: shownBy(entry),
      stale: isStale(entry, call, index, subjects, story.windows),
      readers: readersOf(entry, call, index),
    };
  }
  return { ...base(entry, laneOf(index, entry), context), kind: 'answered', entry, call };
}

/** Somebody outside looks at a page. */
export function isLook(call: Of<'called'>, index: TraceIndex): boolean {
  return call.method === 'GET' && laneNamed(index, call.from) === 'customer';
}

function crashOf(entry: Of<'crashed'>, context: Context): Occurrence {
  const before = context.index.trace[entry.seq - 1];
  const fault = entry.because === 'fault' && before?.kind === 'struck' ? before.fault : undefined;
  const own = base(entry, laneOf(context.index, entry), context);
  const struck = fault && 'point' in fault ? context.points.get(fault.point) : undefined;
  const subjects = struck ? context.subjects.of(struck.seq) : own.subjects;
  return {
    ...own,
    seqs: fault ? [entry.seq - 1, entry.seq] : [entry.seq],
    subjects,
    kind: 'crashed',
    entry,
    fault,
    unreleased: isUnreleased(entry, context.index),
  };
}

/** How the processes of a play begin goes without saying. */
function startOf(entry: Of<'started'>, context: Context): Occurrence | undefined {
  const first = isRelease(entry, context.index);
  if (entry.life === 1 && !first) return undefined;
  return { ...base(entry, laneOf(context.index, entry), context), kind: 'started', entry, first };
}

/** A crash is told by the crash; every other fault is told where it struck. */
function strikeOf(entry: Of<'struck'>, context: Context): Occurrence | undefined {
  const { index } = context;
  const { fault } = entry;
  if (fault.kind === 'crash') return undefined;
  const who = 'point' in fault ? (fault.point.split(':')[0] ?? '') : '';
  const lane: LaneId = who === 'broker' || who === '' ? 'broker' : laneNamed(index, who);
  const struck = 'point' in fault ? (context.points.get(fault.point) ?? arrivingAt(entry, index)) : undefined;
  const message = struck && messageOf(struck);
  const about = { ...base(entry, lane, context), subjects: struck ? context.subjects.of(struck.seq) : [] };
  return { ...about, ...(message === undefined ? {} : { message }), kind: 'struck', entry };
}

/** The message that was on its way into the queue when a fault struck its arrival. */
export function arrivingAt(entry: Of<'struck'>, index: TraceIndex): Of<'published'> | undefined {
  const queue = 'point' in entry.fault ? entry.fault.point.split(':')[2] : undefined;
  if (queue === undefined) return undefined;
  for (let seq = entry.seq - 1; seq >= 0; seq--) {
    const earlier = index.trace[seq];
    if (earlier?.kind === 'published' && earlier.to.includes(queue)) return earlier;
  }
  return undefined;
}

/** Warnings and errors are part of the story; a poller that complains at each turn is told twice. */
function saidOf(entry: Of<'logged'>, context: Context): Occurrence | undefined {
  if (entry.level !== 'error' && entry.level !== 'warn') return undefined;
  const line = `${entry.process} ${entry.instance} ${entry.text}`;
  const times = (context.said.get(line) ?? 0) + 1;
  context.said.set(line, times);
  return times > 2 ? undefined : { ...base(entry, laneOf(context.index, entry), context), kind: 'said', entry };
}

function notedOf(entry: Entry, context: Context): Occurrence {
  const lane = 'process' in entry ? laneOf(context.index, entry) : 'broker';
  return { ...base(entry, lane, context), kind: 'noted', entry };
}

function base(entry: Entry, lane: LaneId, context: Context) {
  const message = messageOf(entry);
  return {
    at: entry.at,
    lane,
    seqs: [entry.seq],
    subjects: context.subjects.of(entry.seq),
    ...(message === undefined ? {} : { message }),
  };
}

function pointsOf(index: TraceIndex): Map<string, Entry> {
  const points = new Map<string, Entry>();
  for (const entry of index.trace) if (entry.point !== undefined) points.set(entry.point, entry);
  return points;
}
