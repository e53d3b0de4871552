import type { ReadableAtom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';

/** The learner's own files of one exercise: kept on this device as they type, never overwritten silently. */
export interface Draft {
  readonly files: ReadableAtom<readonly SourceFile[]>;
  readonly saved: ReadableAtom<SaveState>;
  /** True when the exercise's starter has changed since this draft began. The draft stays; `reset` takes the new files. */
  readonly outdated: ReadableAtom<boolean>;
  /** Throws a sentence for a file that is not there or may not be changed. */
  write(path: string, text: string): void;
  /** Throws a sentence for a name that is taken or no file name. */
  add(path: string, text?: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Back to the starter: one file, or all. Before all of them are, the draft is kept as with `openPassed`. */
  reset(path?: string): void;
  /** Puts these files in place of the draft, such as those that a terminal changed. `undo` takes it back. */
  replace(files: readonly SourceFile[], what: string): void;
  /**
   * Puts the code that passed in place of the draft, which is kept as a copy unless it is found elsewhere. Where there is no
   * room for the copy nothing changes, and `refusal` says why. `undo` takes it back.
   */
  openPassed(files: readonly SourceFile[]): void;
  /** The same with code that came with a link. */
  openShared(files: readonly SourceFile[]): void;
  /** Why the last of such steps changed nothing, and the remedy; undefined once something has changed. */
  readonly refusal: ReadableAtom<string | undefined>;
  /** What `undo` would take back, as words that follow "Undo": "reset of orders.ts". */
  readonly undoable: ReadableAtom<string | undefined>;
  undo(): void;
  /**
   * Answers a conflict with another tab; the version that is not chosen is kept as a copy that can be opened. Where there is no
   * room for it the conflict stays, and says why.
   */
  settle(choice: 'mine' | 'theirs'): void;
  /** Newest first. */
  readonly copies: ReadableAtom<readonly DraftCopy[]>;
  /** Puts a copy in place of the draft, which is kept as with `openPassed`. */
  openCopy(id: string): void;
  /** For good. */
  dropCopy(id: string): void;
  saveNow(): void;
  /** Saves what is not saved yet and stops listening. */
  dispose(): void;
}

export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  /** Milliseconds since 1970. */
  | { readonly kind: 'saved'; readonly at: number }
  /** `because` names the remedy; the draft lives on in this tab. */
  | { readonly kind: 'not saved'; readonly because: string }
  /** `refused`: one of the versions could not be stored beside the other, and why; this tab's lives on in this tab. */
  | {
      readonly kind: 'conflict';
      readonly theirs: readonly SourceFile[];
      readonly at: number;
      readonly refused?: string;
    };

/** A version that gave way to a link, to another tab or to what was opened, or came with a file. `at` is when, in milliseconds since 1970. */
export interface DraftCopy {
  readonly id: string;
  readonly at: number;
  readonly files: readonly SourceFile[];
}
