import { LATENCY, type Of } from 'lab/authoring';
import { type Focus, isQuiet } from './focus.ts';
import { type LaneId, laneNamed, laneOf } from './lane-id.ts';
import { askedAt, delayedPoints } from './latency.ts';
import type { Pen } from './pens.ts';
import type { MessageLine } from './scene.ts';
import type { SeatedCopy } from './seated-copies.ts';
import type { Subjects } from './subjects.ts';
import { messageOf, type TraceIndex } from './trace-index.ts';

export interface LineContext {
  readonly index: TraceIndex;
  readonly subjects: Subjects;
  readonly focus: Focus;
  readonly copies: readonly SeatedCopy[];
  readonly partitionRow: (log: string, partition: number) => number | undefined;
  readonly penOf: (lane: LaneId) => Pen;
}

/** Every message, call, answer and acknowledgement as a line from lane to lane. */
export function messageLinesOf(context: LineContext): MessageLine[] {
  const drawing: Tools = {
    ...context,
    delayed: delayedPoints(context.index),
    seats: seatsByDelivery(context.copies),
    read: new Set(),
  };
  return context.index.trace.flatMap((entry): MessageLine[] => {
    switch (entry.kind) {
      case 'published':
      case 'appended':
        return [publishLine(entry, drawing)];
      case 'delivered':
        return [deliverLine(entry, drawing)];
      case 'acknowledged':
        return [acknowledgeLine(entry, seatRow(drawing.seats.get(entry.delivery)), drawing)];
      case 'read':
        return [readLine(entry, drawing)];
      case 'offset committed':
        return [acknowledgeLine(entry, drawing.partitionRow(entry.log, entry.partition), drawing)];
      case 'called':
        return requestLines(entry, context);
      default:
        return [];
    }
  });
}

interface Tools extends LineContext {
  readonly delayed: ReadonlyMap<string, number>;
  readonly seats: ReadonlyMap<number, SeatedCopy>;
  /** Records that a group has read: reading one again is a redelivery. */
  readonly read: Set<string>;
}

function publishLine(entry: Of<'published' | 'appended'>, tools: Tools): MessageLine {
  const lane = laneOf(tools.index, entry);
  const row = entry.kind === 'appended' ? tools.partitionRow(entry.log, entry.partition) : undefined;
  const departs = askedAt(entry, LATENCY.publish, tools.delayed);
  return { ...common(entry, tools, lane, row), kind: 'publish', from: lane, to: 'broker', departs, arrives: entry.at };
}

function deliverLine(entry: Of<'delivered'>, tools: Tools): MessageLine {
  const seat = tools.seats.get(entry.delivery);
  const departs = seat?.copy.departures.get(entry.delivery) ?? Math.max(0, entry.at - LATENCY.deliver);
  const kind = entry.deliveryCount > 0 ? 'redeliver' : 'deliver';
  const shared = common(entry, tools, authorOf(tools.index.published.get(entry.message), tools), seatRow(seat));
  return { ...shared, kind, from: 'broker', to: laneOf(tools.index, entry), departs, arrives: entry.at };
}

function readLine(entry: Of<'read'>, tools: Tools): MessageLine {
  const key = `${entry.group} ${entry.log} ${entry.partition} ${entry.offset}`;
  const kind = tools.read.has(key) ? 'redeliver' : 'deliver';
  tools.read.add(key);
  const row = tools.partitionRow(entry.log, entry.partition);
  const shared = common(entry, tools, authorOf(tools.index.appended.get(entry.message), tools), row);
  const departs = Math.max(0, entry.at - LATENCY.deliver);
  return { ...shared, kind, from: 'broker', to: laneOf(tools.index, entry), departs, arrives: entry.at };
}

function acknowledgeLine(
  entry: Of<'acknowledged' | 'offset committed'>,
  row: number | undefined,
  tools: Tools,
): MessageLine {
  const lane = laneOf(tools.index, entry);
  const departs = askedAt(entry, LATENCY.ack, tools.delayed);
  const quiet = entry.kind === 'acknowledged' && isQuiet(tools.focus, tools.subjects.of(entry.seq));
  return {
    ...common(entry, tools, lane, row),
    quiet,
    kind: 'acknowledge',
    from: lane,
    to: 'broker',
    departs,
    arrives: entry.at,
  };
}

/** A call and its answer; a call that nobody answers ends where the asker learns of it. */
function requestLines(call: Of<'called'>, context: LineContext): MessageLine[] {
  const { index } = context;
  const from = laneNamed(index, call.from);
  const answer = index.answered.get(call.call);
  const to = answer ? laneOf(index, answer) : laneNamed(index, call.to);
  const about = context.subjects.of((answer ?? call).seq);
  const shared = { seq: call.seq, pen: context.penOf(from), quiet: isQuiet(context.focus, about) };
  const arrives = call.at + LATENCY.call;
  if (!answer)
    return [{ ...shared, kind: index.refused.has(call.call) ? 'lost' : 'call', from, to, departs: call.at, arrives }];
  const back = {
    seq: answer.seq,
    pen: context.penOf(to),
    quiet: shared.quiet,
    departs: answer.at,
    arrives: answer.at + LATENCY.answer,
  };
  return [
    { ...shared, kind: 'call', from, to, departs: call.at, arrives: Math.min(arrives, answer.at) },
    { ...back, kind: 'reply', from: to, to: from },
  ];
}

function common(
  entry: Of<'published' | 'appended' | 'delivered' | 'acknowledged' | 'read' | 'offset committed'>,
  context: LineContext,
  author: LaneId,
  row: number | undefined,
) {
  const message = messageOf(entry);
  return {
    seq: entry.seq,
    pen: context.penOf(author),
    quiet: isQuiet(context.focus, context.subjects.of(entry.seq)),
    ...(message === undefined ? {} : { message }),
    ...(row === undefined ? {} : { row }),
  };
}

const authorOf = (author: Of<'published' | 'appended'> | undefined, { index }: LineContext): LaneId =>
  author ? laneOf(index, author) : 'broker';

const seatRow = (seat: SeatedCopy | undefined): number | undefined =>
  seat === undefined || seat.row < 0 ? undefined : seat.row;

function seatsByDelivery(copies: readonly SeatedCopy[]): Map<number, SeatedCopy> {
  const seats = new Map<number, SeatedCopy>();
  for (const seat of copies) for (const delivery of seat.copy.departures.keys()) seats.set(delivery, seat);
  return seats;
}
