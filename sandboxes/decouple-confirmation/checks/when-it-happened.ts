import { type Entry, failed, PLAY_BEGINS_MS, quoted, type Verdict } from 'lab/authoring';

/** How long after its commit a program may still say that the order was created: it is done, and there is nothing to wait for. */
const AFTERWARDS_MS = 10;

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

interface Moments {
  readonly told: Entry;
  readonly asked?: Entry | undefined;
  readonly stored?: Entry | undefined;
}

/** The failure when `occurredAt` is no time, or not the time at which this order came to be. */
export function whenItHappened(occurredAt: unknown, { told, asked, stored }: Moments): Verdict | undefined {
  const event = `The event order.created, told at ${told.at} ms,`;
  if (typeof occurredAt !== 'string' || !ISO_TIME.test(occurredAt) || Number.isNaN(Date.parse(occurredAt))) {
    return failed(
      `${event} does not say when it happened: occurredAt is ${quoted(occurredAt)}, and no time such as 2026-01-05T09:00:00.000Z.`,
      told,
    );
  }
  const atMs = Date.parse(occurredAt) - PLAY_BEGINS_MS;
  if (atMs > told.at)
    return failed(
      `${event} says that it happened ${atMs - told.at} ms later, at ${occurredAt}. A fact lies in the past.`,
      told,
    );
  if (asked && atMs < asked.at) {
    return failed(
      `${event} says that it happened at ${occurredAt}, before anybody had asked for this order at ${asked.at} ms.`,
      asked,
      told,
    );
  }
  if (stored && atMs > stored.at + AFTERWARDS_MS) {
    return failed(
      `${event} says that the order was created at ${atMs} ms; it was stored at ${stored.at} ms. When it happened is one thing, when it was told another.`,
      stored,
      told,
    );
  }
  return undefined;
}
