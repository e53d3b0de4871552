import type { Of } from 'lab/authoring';
import { type Focus, isQuiet } from './focus.ts';
import { type LaneId, laneNamed, laneOf } from './lane-id.ts';
import { askedAt, delayedPoints, latencyMs } from './latency.ts';
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
  const { index } = context;
  const delayed = delayedPoints(index);
  const seats = seatsByDelivery(context.copies);
  const read = new Set<string>();
  const lines: MessageLine[] = [];
  for (const entry of index.trace) {
    switch (entry.kind) {
      case 'published':
      case 'appended': {
        const lane = laneOf(index, entry);
        const row = entry.kind === 'appended' ? context.partitionRow(entry.log, entry.partition) : undefined;
        lines.push({
          ...common(entry, context, lane),
          kind: 'publish',
          from: lane,
          to: 'broker',
          departs: askedAt(entry, latencyMs.publish, delayed),
          arrives: entry.at,
          ...(row === undefined ? {} : { row }),
        });
        break;
      }
      case 'delivered': {
        const seat = seats.get(entry.delivery);
        const departs = seat?.copy.departures.get(entry.delivery) ?? Math.max(0, entry.at - latencyMs.deliver);
        lines.push({
          ...common(entry, context, authorOf(entry, index)),
          kind: entry.deliveryCount > 0 ? 'redeliver' : 'deliver',
          from: 'broker',
          to: laneOf(index, entry),
          departs,
          arrives: entry.at,
          ...rowOf(seat),
        });
        break;
      }
      case 'acknowledged':
        lines.push({
          ...common(entry, context, laneOf(index, entry)),
          kind: 'acknowledge',
          from: laneOf(index, entry),
          to: 'broker',
          departs: askedAt(entry, latencyMs.acknowledge, delayed),
          arrives: entry.at,
          ...rowOf(seats.get(entry.delivery)),
        });
        break;
      case 'read': {
        const row = context.partitionRow(entry.log, entry.partition);
        const key = `${entry.group} ${entry.log} ${entry.partition} ${entry.offset}`;
        const author = index.appended.get(entry.message);
        lines.push({
          ...common(entry, context, author ? laneOf(index, author) : 'broker'),
          kind: read.has(key) ? 'redeliver' : 'deliver',
          from: 'broker',
          to: laneOf(index, entry),
          departs: Math.max(0, entry.at - latencyMs.deliver),
          arrives: entry.at,
          ...(row === undefined ? {} : { row }),
        });
        read.add(key);
        break;
      }
      case 'offset committed': {
        const row = context.partitionRow(entry.log, entry.partition);
        const lane = laneOf(index, entry);
        lines.push({
          ...common(entry, context, lane),
          quiet: false,
          kind: 'acknowledge',
          from: lane,
          to: 'broker',
          departs: askedAt(entry, latencyMs.acknowledge, delayed),
          arrives: entry.at,
          ...(row === undefined ? {} : { row }),
        });
        break;
      }
      case 'called':
        lines.push(...requestLines(entry, context));
        break;
      default:
    }
  }
  return lines;
}

/** A call and its answer; a call that nobody answers ends where the asker learns of it. */
function requestLines(call: Of<'called'>, context: LineContext): MessageLine[] {
  const { index } = context;
  const from = laneNamed(index, call.from);
  const answer = index.answered.get(call.call);
  const to = answer ? laneOf(index, answer) : laneNamed(index, call.to);
  const about = context.subjects.of((answer ?? call).seq);
  const shared = { seq: call.seq, pen: context.penOf(from), quiet: isQuiet(context.focus, about) };
  const arrives = call.at + latencyMs.call;
  if (!answer)
    return [{ ...shared, kind: index.refused.has(call.call) ? 'lost' : 'call', from, to, departs: call.at, arrives }];
  const back = {
    seq: answer.seq,
    pen: context.penOf(to),
    quiet: shared.quiet,
    departs: answer.at,
    arrives: answer.at + latencyMs.answer,
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
) {
  const message = messageOf(entry);
  return {
    seq: entry.seq,
    pen: context.penOf(author),
    quiet: isQuiet(context.focus, context.subjects.of(entry.seq)),
    ...(message === undefined ? {} : { message }),
  };
}

function authorOf(entry: Of<'delivered'>, index: TraceIndex): LaneId {
  const author = index.published.get(entry.message);
  return author ? laneOf(index, author) : 'broker';
}

const rowOf = (seat: SeatedCopy | undefined): { row?: number } =>
  seat === undefined || seat.row < 0 ? {} : { row: seat.row };

function seatsByDelivery(copies: readonly SeatedCopy[]): Map<number, SeatedCopy> {
  const seats = new Map<number, SeatedCopy>();
  for (const seat of copies) for (const delivery of seat.copy.departures.keys()) seats.set(delivery, seat);
  return seats;
}
