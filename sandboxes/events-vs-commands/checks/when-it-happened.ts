import { failed, PLAY_BEGINS_MS, quoted, type Verdict } from 'lab/authoring';
import type { Fact, Order } from '../reading.ts';

/**
 * A fact may carry the time of the decision or of the commit, and may be told a while after it; so it happened between the
 * customer's request and its telling. A program may round to whole seconds, up or down: hence a second on either side.
 */
const TOLERANCE_MS = 1_000;

/** A time without a zone would mean another moment on every machine. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** The failure when a fact about this order, told for the first time, is given no time or one at which it cannot have happened. */
export function whenItHappened({ topic, body, entry }: Fact, order: Order): Verdict | undefined {
  const { occurredAt } = body;
  const event = `The event ${topic}, told at ${entry.at} ms,`;
  if (typeof occurredAt !== 'string' || !ISO_TIME.test(occurredAt) || Number.isNaN(Date.parse(occurredAt))) {
    return failed(
      `${event} does not say when it happened: occurredAt is ${quoted(occurredAt)}, and no time such as 2026-01-05T09:00:00.000Z.`,
      entry,
    );
  }
  const atMs = Date.parse(occurredAt) - PLAY_BEGINS_MS;
  if (atMs < order.call.at - TOLERANCE_MS) {
    const asked = new Date(PLAY_BEGINS_MS + order.call.at).toISOString();
    return failed(
      `${event} says that it happened at ${occurredAt}, and ${order.name} ordered only at ${asked}. The time of a fact is that of the decision: take it when it is made.`,
      order.call,
      entry,
    );
  }
  if (atMs > entry.at + TOLERANCE_MS)
    return failed(
      `${event} says that it happened at ${occurredAt}, which is still to come. A fact lies in the past.`,
      entry,
    );
  return undefined;
}
