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
  const ms = all
    .map(({ opens, closes }) => (closes ? closes.at - opens.at : Number.POSITIVE_INFINITY))
    .sort((a, b) => a - b);
  const at = ms[Math.max(0, Math.ceil((percent / 100) * ms.length) - 1)];
  return at === undefined || at === Number.POSITIVE_INFINITY ? undefined : at;
}
