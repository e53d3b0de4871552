import { type DraftCopyRecord, draftCopyFormat } from './draft-copies.ts';
import { type DraftRecord, draftFormat } from './draft-record.ts';
import { type PassedCode, passedFormat } from './passed-code.ts';
import { type Place, placeFormat, placeName } from './place.ts';
import { type PreferencesRecord, preferencesFormat, preferencesName } from './preferences.ts';
import { type ProgressRecord, progressFormat, progressName } from './progress-record.ts';
import { nameBefore } from './set-aside.ts';
import { parseStored, type Stored } from './stored-format.ts';

/** One thing that is kept under a name, read in its present form. */
export type Entry =
  | { readonly kind: 'progress'; readonly value: ProgressRecord }
  | { readonly kind: 'preferences'; readonly value: PreferencesRecord }
  | { readonly kind: 'place'; readonly value: Place }
  | { readonly kind: 'draft'; readonly exercise: string; readonly value: DraftRecord }
  | { readonly kind: 'draft copy'; readonly exercise: string; readonly id: string; readonly value: DraftCopyRecord }
  | { readonly kind: 'passed code'; readonly exercise: string; readonly value: PassedCode }
  /** What an earlier visit could not read; kept as it is. */
  | { readonly kind: 'set aside'; readonly text: string };

/** `unknown`: a name that this version of the course has no use for. */
export type ReadEntry =
  | Entry
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreadable'; readonly reason: 'damaged' | 'newer' };

/** What a name stands for, whatever lies under it. */
export type Named =
  | { readonly kind: 'progress' | 'preferences' | 'place' | 'unknown' }
  | { readonly kind: 'draft'; readonly exercise: string }
  | { readonly kind: 'passed code'; readonly exercise: string }
  | { readonly kind: 'draft copy'; readonly exercise: string; readonly id: string }
  | { readonly kind: 'set aside'; readonly before: string };

export function named(name: string): Named {
  if (name === progressName) return { kind: 'progress' };
  if (name === preferencesName) return { kind: 'preferences' };
  if (name === placeName) return { kind: 'place' };
  if (/^set-aside\/[\w/-]{1,300}$/.test(name)) return { kind: 'set aside', before: nameBefore(name) };
  const [, kind, exercise = '', id] =
    /^(draft|passed|draft-copy)\/([\w-]{1,100})(?:\/([\w-]{1,100}))?$/.exec(name) ?? [];
  if (kind === 'draft' && id === undefined) return { kind: 'draft', exercise };
  if (kind === 'passed' && id === undefined) return { kind: 'passed code', exercise };
  if (kind === 'draft-copy' && id !== undefined) return { kind: 'draft copy', exercise, id };
  return { kind: 'unknown' };
}

export function readEntry(name: string, text: string): ReadEntry {
  const what = named(name);
  switch (what.kind) {
    case 'progress':
      return found(parseStored(text, progressFormat), (value) => ({ kind: 'progress', value }));
    case 'preferences':
      return found(parseStored(text, preferencesFormat), (value) => ({ kind: 'preferences', value }));
    case 'place':
      return found(parseStored(text, placeFormat), (value) => ({ kind: 'place', value }));
    case 'draft':
      return found(parseStored(text, draftFormat), (value) => ({ ...what, value }));
    case 'passed code':
      return found(parseStored(text, passedFormat), (value) => ({ ...what, value }));
    case 'draft copy':
      return found(parseStored(text, draftCopyFormat), (value) => ({ ...what, value }));
    case 'set aside':
      return { kind: 'set aside', text };
    case 'unknown':
      return { kind: 'unknown' };
  }
}

function found<Value>(stored: Stored<Value>, entry: (value: Value) => Entry): ReadEntry {
  if (stored.kind === 'found') return entry(stored.value);
  return { kind: 'unreadable', reason: stored.kind === 'unreadable' ? stored.reason : 'damaged' };
}
