import type { Entry, Trace } from 'lab/authoring';

/** From the first entry that opens it to the first that closes it. */
export interface Window {
  readonly key: string;
  readonly opens: Entry;
  /** Absent while it is open. */
  readonly closes?: Entry;
}

/** One window for each key that opened. */
export function windows(
  trace: Trace,
  opens: (entry: Entry) => string | undefined,
  closes: (entry: Entry) => string | undefined,
): Window[] {
  const found = new Map<string, Window>();
  for (const entry of trace) {
    const opened = opens(entry);
    if (opened !== undefined && !found.has(opened)) found.set(opened, { key: opened, opens: entry });
    const closed = closes(entry);
    const window = closed === undefined ? undefined : found.get(closed);
    if (window && !window.closes) found.set(window.key, { ...window, closes: entry });
  }
  return [...found.values()];
}

/** Milliseconds, by nearest rank; undefined while a window that counts is still open, and when there is none. */
export function percentile(all: readonly Window[], percent: number): number | undefined {
  const window = windowAt(all, percent);
  return window?.closes ? window.closes.at - window.opens.at : undefined;
}

/** The window that a percentile speaks of; one that is still open is wider than all that have closed. */
export function windowAt(all: readonly Window[], percent: number): Window | undefined {
  const ms = ({ opens, closes }: Window) => (closes ? closes.at - opens.at : Number.POSITIVE_INFINITY);
  const sorted = all.toSorted((one, other) => (ms(one) === ms(other) ? 0 : ms(one) - ms(other)));
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}
