import { type Detail, type Focus, focusOf } from './focus.ts';
import { briefOf, labelOf, markOf } from './labels.ts';
import { type LaneId, laneOf } from './lane-id.ts';
import { lanesOf, showsCustomer } from './lanes.ts';
import { messageLinesOf } from './message-lines.ts';
import type { Occurrence } from './occurrence.ts';
import { occurrencesOf } from './occurrences.ts';
import { partitionsOf } from './partitions.ts';
import { type Pen, pensOf } from './pens.ts';
import { queueCopiesOf } from './queue-copies.ts';
import { replicaClauses } from './replicas.ts';
import type { Copy, Label, Scene, SceneEvent, Stretch } from './scene.ts';
import { sceneName } from './scene-name.ts';
import { focusWindows, shadedWindows, windowClauses } from './scene-windows.ts';
import { type SeatedCopy, seatedCopies } from './seated-copies.ts';
import { sentenceOf } from './sentences.ts';
import { spansOf } from './spans.ts';
import type { Story } from './story.ts';
import { subjectsOf } from './subjects.ts';
import { indexOf, type TraceIndex } from './trace-index.ts';

export type { Detail } from './focus.ts';

/** Reads a story once and makes it ready to be drawn and told. Pure; never throws, whatever a learner's program did. */
export function sceneOf(story: Story, detail: Detail = 'focus'): Scene {
  const index = indexOf(story.trace);
  const subjects = subjectsOf(index);
  const found = occurrencesOf(story, index, subjects);
  const focus = focusOf(story, found, subjects, detail);
  const evidence = new Set(story.evidence);
  const occurrences = showsCustomer(
    found.filter((o) => focus.kept.has(o)),
    evidence,
  )
    ? found
    : found.map((o) => atTheServer(o, index));
  const kept = occurrences.filter((_, i) => focus.kept.has(found[i]!));
  const lanes = lanesOf(kept, index, subjects);
  const present = new Set(lanes.map((lane) => lane.id));
  const windows = focusWindows(story, index, subjects, focus);
  const events = eventsOf({
    story,
    occurrences,
    quiet: (i) => !focus.kept.has(found[i]!),
    telling: { index, subjects, single: focus.keys?.size === 1 },
    clauses: together(windowClauses(windows, index), replicaClauses(story, index)),
  });
  const pens = pensOf([...index.instances.keys()]);
  const penOf = (lane: LaneId): Pen => lanes.find((l) => l.id === lane)?.pen ?? penOfAbsent(lane, pens);
  const copies = seatedCopies(queueCopiesOf(index), index, subjects, focus);
  const queueRows = Math.max(0, ...copies.map((c) => c.row + 1));
  const partitions = partitionsOf(index, subjects, focus, queueRows, penOf);
  const partitionRow = (log: string, partition: number) =>
    partitions.find((p) => p.log === log && p.partition === partition)?.row;
  const messages = messageLinesOf({ index, subjects, focus, copies, partitionRow, penOf });
  const stretch = stretchOf(events);
  return {
    ...stretch,
    lanes,
    events: events.map((event) => (present.has(event.lane) ? event : { ...event, quiet: true })),
    spans: spansOf(index, subjects, focus).filter((span) => present.has(span.lane)),
    messages: messages.filter((line) => present.has(line.from) && present.has(line.to)),
    copies: present.has('broker') ? copies.filter((c) => c.row >= 0).map((c) => drawnCopy(c, index, penOf)) : [],
    partitions: present.has('broker') ? partitions : [],
    windows: shadedWindows(windows, index, subjects, present),
    brokerDown: brokerDown(index),
    rows: Math.max(1, queueRows + partitions.length),
    about: aboutOf(focus, subjects.all.length, (key) => subjects.named(key).order),
    name: sceneName(events),
  };
}

function together(...all: readonly ReadonlyMap<number, string>[]): ReadonlyMap<number, string> {
  const clauses = new Map<number, string>();
  for (const [seq, clause] of all.flatMap((each) => [...each])) clauses.set(seq, (clauses.get(seq) ?? '') + clause);
  return clauses;
}

/** Where no customer has a lane, a request is told by the process that it reaches. */
function atTheServer(o: Occurrence, index: TraceIndex): Occurrence {
  if (o.lane !== 'customer') return o;
  const call = o.kind === 'asked' ? o.entry : undefined;
  const answer = call && index.answered.get(call.call);
  if (answer) return { ...o, lane: laneOf(index, answer) };
  return call && index.instances.has(call.to) ? { ...o, lane: laneOf(index, { process: call.to, instance: 1 }) } : o;
}

interface Told {
  readonly story: Story;
  readonly occurrences: readonly Occurrence[];
  readonly quiet: (i: number) => boolean;
  readonly telling: Parameters<typeof sentenceOf>[1];
  readonly clauses: ReadonlyMap<number, string>;
}

function eventsOf({ story, occurrences, quiet, telling, clauses }: Told): SceneEvent[] {
  const evidence = new Set(story.evidence);
  const places = new Map(story.places);
  let shown: string | undefined;
  return occurrences.map((what, i): SceneEvent => {
    const { who, does } = sentenceOf(what, telling);
    const whole = does + what.seqs.map((seq) => clauses.get(seq) ?? '').join('');
    const marked = what.seqs.some((seq) => evidence.has(seq));
    // A page that shows the same again and again is quoted once.
    const read = what.kind === 'read' && !quiet(i) ? `${what.shown} ${what.readers.at(-1) ?? ''}` : undefined;
    const repeats = read !== undefined && read === shown && !marked;
    shown = read ?? shown;
    const label = quiet(i) || repeats ? undefined : labelOf(what, telling, marked);
    const seqWithPlace = what.seqs.findLast((seq) => places.has(seq));
    return {
      at: what.at,
      lane: what.lane,
      kind: what.kind,
      who,
      does: whole,
      brief: briefOf(what, telling, does) + (clauses.get(what.seqs.at(-1)!) ?? ''),
      sentence: `${who} ${whole}.`,
      seqs: what.seqs,
      marked,
      quiet: quiet(i),
      ...optional('mark', markOf(what)),
      ...optional('label', label as Label | undefined),
      ...optional('message', what.message),
      ...optional('place', seqWithPlace === undefined ? undefined : places.get(seqWithPlace)),
    };
  });
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

function stretchOf(events: readonly SceneEvent[]): Stretch {
  const shown = events.filter((event) => !event.quiet);
  const from = shown[0]?.at ?? 0;
  const to = Math.max(from, shown.at(-1)?.at ?? 0);
  return { from: Math.max(0, from - 2), to: to + 2 };
}

function drawnCopy({ copy, row, quiet }: SeatedCopy, index: TraceIndex, penOf: (lane: LaneId) => Pen): Copy {
  const author = index.published.get(copy.message);
  return {
    message: `queue ${copy.message}`,
    queue: copy.queue,
    row,
    quiet,
    pen: author ? penOf(laneOf(index, author)) : 'broker',
    enters: copy.enters,
    stays: copy.stays,
    end: copy.end,
  };
}

function penOfAbsent(lane: LaneId, pens: ReadonlyMap<string, Pen>): Pen {
  const name = lane.startsWith('process ') ? lane.slice('process '.length) : '';
  return pens.get(name) ?? pens.get(name.replace(/-\d+$/, '')) ?? 'reader';
}

function brokerDown(index: TraceIndex): Stretch[] {
  const stretches: Stretch[] = [];
  let since: number | undefined;
  for (const entry of index.trace) {
    if (entry.kind !== 'broker') continue;
    if (entry.state === 'down') since ??= entry.at;
    else if (since !== undefined) {
      stretches.push({ from: since, to: entry.at });
      since = undefined;
    }
  }
  return since === undefined ? stretches : [...stretches, { from: since, to: index.endsAt }];
}

function aboutOf(focus: Focus, subjects: number, order: (key: string) => string): string | undefined {
  if (focus.keys === undefined || focus.keys.size >= subjects) return undefined;
  const names = [...focus.keys].map(order);
  return names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
