import type { ReadableAtom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';

/** The learner's own files of one exercise: kept on this device as they type, never overwritten silently. */
export interface Draft {
  readonly files: ReadableAtom<readonly SourceFile[]>;
  readonly saved: ReadableAtom<SaveState>;
  write(path: string, text: string): void;
  /** Throws a sentence for a name that is taken or no file name. */
  add(path: string, text?: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Back to the starter: one file, or all. `undo` takes it back. */
  reset(path?: string): void;
  readonly undoable: ReadableAtom<string | undefined>;
  undo(): void;
  /** Answers a conflict with another tab; the version that is not chosen is kept as a copy that can be opened. */
  settle(choice: 'mine' | 'theirs'): void;
  saveNow(): void;
}

export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  /** `because` names the remedy; the draft lives on in this tab. */
  | { readonly kind: 'not saved'; readonly because: string }
  | { readonly kind: 'conflict'; readonly theirs: readonly SourceFile[]; readonly at: number };
