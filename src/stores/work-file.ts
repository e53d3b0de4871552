import * as v from 'valibot';
import { attempt } from './backing.ts';
import { type Entry, readEntry } from './entries.ts';
import type { DeviceStorage } from './storage.ts';

/** A learner's work in one file, as it is written: each entry under the name that it is stored under. */
export interface WorkFile {
  readonly format: typeof FORMAT;
  readonly version: 1;
  /** In ISO 8601. */
  readonly savedAt: string;
  readonly entries: Readonly<Record<string, unknown>>;
}

/** Everything that is kept, with what this page could not keep, and what is not saved yet. */
export function workFileOf(storage: DeviceStorage, now: Date): WorkFile {
  storage.settle();
  // What was set aside is not JSON, or not ours: it stays a text.
  const entries = [...storage.texts()].map(([name, text]): [string, unknown] => [
    name,
    name.startsWith('set-aside/') ? text : (attempt((): unknown => JSON.parse(text)) ?? text),
  ]);
  return { format: FORMAT, version: 1, savedAt: now.toISOString(), entries: Object.fromEntries(entries) };
}

/** "event-driven-basics-2026-11-27.json", by the learner's own calendar. */
export function workFileName(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${FORMAT}-${year}-${month}-${day}.json`;
}

export type OpenedWorkFile =
  | {
      readonly kind: 'work';
      readonly savedAt: Date;
      readonly entries: ReadonlyMap<string, Entry>;
      /** Names of what a newer version of the course saved, what is damaged, and what this version has no use for. */
      readonly leftOut: readonly string[];
    }
  /** `because` is a sentence that names the remedy. */
  | { readonly kind: 'refused'; readonly because: string };

/** Far more than a browser keeps for a site, so nothing that was saved here is larger. */
export const LARGEST_FILE_BYTES = 16_000_000;

export const tooLarge =
  'This file is larger than anything that this course saves. Choose the file that you saved here: its name begins with “event-driven-basics”.';

/** Reads a file that may hold anything. Changes nothing. */
export function openWorkFile(text: string): OpenedWorkFile {
  if (text.length > LARGEST_FILE_BYTES) return refused(tooLarge);
  const data = attempt((): unknown => JSON.parse(text));
  if (data === undefined) return refused(noJson);
  const head = v.safeParse(headSchema, data);
  if (!head.success) return refused(foreign);
  if (head.output.version > 1) return refused(newer);
  const parsed = v.safeParse(schema, data);
  if (!parsed.success) return refused(damaged);
  const entries = new Map<string, Entry>();
  const leftOut: string[] = [];
  for (const [name, value] of Object.entries(parsed.output.entries)) {
    const entry = readEntry(name, typeof value === 'string' ? value : JSON.stringify(value));
    // Whoever goes on without the newer half of a file would believe that all of it came over.
    if (entry.kind === 'unreadable' && entry.reason === 'newer') return refused(newer);
    if (entry.kind === 'unreadable' || entry.kind === 'unknown') leftOut.push(name);
    else entries.set(name, entry);
  }
  return { kind: 'work', savedAt: new Date(parsed.output.savedAt), entries, leftOut };
}

const FORMAT = 'event-driven-basics';

const headSchema = v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const schema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  savedAt: v.pipe(v.string(), v.isoTimestamp(), v.check(isInCalendar)),
  entries: v.record(v.string(), v.unknown()),
});

/** A `Date` makes 3 March of 31 February. */
function isInCalendar(timestamp: string): boolean {
  const day = timestamp.slice(0, 10);
  return attempt(() => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)) === day;
}

const refused = (because: string): OpenedWorkFile => ({ kind: 'refused', because });

const noJson =
  'This file cannot be read: it is not JSON, or only a part of it. Choose the file that you saved here, or save it once more where your work is.';
const foreign =
  'This file was not saved by this course. Choose the file that you saved here: its name begins with “event-driven-basics”.';
const newer =
  'This file was saved by a newer version of this course. Reload this page to get that version, then load the file again.';
const damaged =
  'This file was saved by this course, and has been damaged since. Save it once more where your work is, or choose an older one.';
