import type { Entry, Trace } from 'lab/authoring';

export interface CutTrace {
  /** Its entries are numbered anew, so that an entry's `seq` is its index again. */
  readonly trace: Trace;
  /** The new `seq` of an old one; undefined when that entry was left out. */
  readonly seqOf: (seq: number) => number | undefined;
  /** What was left out, as sentences; absent when nothing was. */
  readonly cut?: string;
  /** How many console lines were left out. */
  readonly lines: number;
}

/**
 * A trace of a size that a page can hold and show, whatever the program did. The beginning and the end stay, and with them
 * every entry in `needed`; verdicts are always judged on the whole trace. `linesLost`: console lines that it had no room for.
 */
export function cutTrace(trace: Trace, needed: readonly number[], linesLost = 0): CutTrace {
  const kept = new Set(needed);
  const lines = trace.filter((entry) => entry.kind === 'logged');
  const others = trace.filter((entry) => entry.kind !== 'logged');
  for (const entry of [...endsOf(lines, MOST_LINES), ...endsOf(others, MOST_ENTRIES)]) kept.add(entry.seq);
  const shortened = { texts: 0 };
  const remaining = trace.filter((entry) => kept.has(entry.seq));
  const seqs = new Map(remaining.map((entry, index) => [entry.seq, index]));
  const cut = remaining.map((entry, seq) => ({ ...(short(entry, shortened) as Entry), seq }));
  const without = (all: readonly Entry[]) => all.filter((entry) => !kept.has(entry.seq)).length;
  const said = sentences(without(lines) + linesLost, without(others), shortened.texts);
  if (!said) return { trace, seqOf: (seq) => seq, lines: 0 };
  return { trace: cut, seqOf: (seq) => seqs.get(seq), cut: said, lines: without(lines) + linesLost };
}

const MOST_LINES = 500;
const MOST_ENTRIES = 2_000;
const MOST_CHARACTERS = 2_000;
/** Of one list or object within an entry. */
const MOST_PARTS = 500;
const MOST_LEVELS = 12;

/** Four fifths from the beginning, the rest from the end. */
function endsOf(entries: readonly Entry[], most: number): readonly Entry[] {
  if (entries.length <= most) return entries;
  const atEnd = Math.floor(most / 5);
  return [...entries.slice(0, most - atEnd), ...entries.slice(-atEnd)];
}

/** Copies only what holds something that is too long. */
function short(value: unknown, shortened: { texts: number }, level = 0): unknown {
  if (typeof value === 'string') {
    if (value.length <= MOST_CHARACTERS) return value;
    shortened.texts++;
    return `${value.slice(0, MOST_CHARACTERS)}…`;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (level === MOST_LEVELS) {
    shortened.texts++;
    return '…';
  }
  const parts = Object.entries(value);
  if (parts.length > MOST_PARTS) shortened.texts++;
  const kept = parts.slice(0, MOST_PARTS).map(([name, part]) => [name, short(part, shortened, level + 1)] as const);
  const same = kept.length === parts.length && kept.every(([, part], index) => part === parts[index]![1]);
  if (same) return value;
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept);
}

function sentences(lines: number, entries: number, texts: number): string {
  return [
    lines > 0 ? `${lines} ${lines === 1 ? 'printed line was' : 'printed lines were'} left out of this story.` : '',
    entries > 0
      ? `${entries} ${entries === 1 ? 'event' : 'events'} in the middle of the play ${entries === 1 ? 'was' : 'were'} left out.`
      : '',
    texts > 0 ? `${texts} long ${texts === 1 ? 'value was' : 'values were'} shortened.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
