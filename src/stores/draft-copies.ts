import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { DraftCopy } from './draft.ts';
import { sameFiles } from './draft-files.ts';
import { filesSchema, fingerprint } from './draft-record.ts';
import type { DeviceStorage, Written } from './storage.ts';
import type { Format } from './stored-format.ts';
import { time } from './time.ts';

/**
 * Versions of a draft that gave way to another, or came with a file: kept, so that no choice is final. There is no limit but
 * the device's room, because none may go without the learner.
 */
export interface DraftCopies {
  readonly list: ReadableAtom<readonly DraftCopy[]>;
  /** A copy that the device refuses is on the list for as long as this tab lives. */
  keep(id: string, files: readonly SourceFile[], at: number): Written;
  /** For files that are about to be replaced: once it is refused they must stay. Of what is kept already there is no second copy. */
  secure(files: readonly SourceFile[], at: number): Written;
  drop(id: string): void;
}

export function createDraftCopies(exercise: string, storage: DeviceStorage): DraftCopies {
  const beginning = draftCopiesOf(exercise);
  const list = atom<readonly DraftCopy[]>(load());

  function load(): readonly DraftCopy[] {
    return storage
      .names(beginning)
      .flatMap((name) => {
        const copy = storage.take(name, draftCopyFormat);
        return copy ? [{ id: name.slice(beginning.length), at: copy.keptAt, files: copy.files }] : [];
      })
      .sort((one, other) => other.at - one.at);
  }

  // Another tab keeps copies, too, and so does a file that is loaded. What the device refused is known to this tab alone.
  storage.watch(beginning, () => {
    const refused = list.get().filter(({ id }) => storage.unsaved(beginning + id));
    const stored = load().filter(({ id }) => !refused.some((copy) => copy.id === id));
    list.set([...stored, ...refused].sort((one, other) => other.at - one.at));
  });

  function keep(id: string, files: readonly SourceFile[], at: number): Written {
    const written = storage.write<DraftCopyRecord>(beginning + id, { version: 1, keptAt: at, files });
    list.set([{ id, at, files }, ...list.get().filter((copy) => copy.id !== id)]);
    return written;
  }

  function drop(id: string): void {
    storage.remove(beginning + id);
    list.set(list.get().filter((copy) => copy.id !== id));
  }

  return {
    list,
    keep,
    secure(files, at) {
      const isKept = list.get().some((copy) => !storage.unsaved(beginning + copy.id) && sameFiles(copy.files, files));
      if (isKept) return { kind: 'written' };
      const id = copyId(files, at);
      // Where nothing is kept, a copy lives as long as the draft itself.
      if (keep(id, files, at).kind === 'written' || !storage.lasting) return { kind: 'written' };
      drop(id);
      return { kind: 'refused', because: noRoom };
    },
    drop,
  };
}

/** The same for the same files and time, wherever it is made. */
export function copyId(files: readonly SourceFile[], at: number): string {
  return `${Math.floor(at)}-${fingerprint(files)}`;
}

const noRoom =
  'Your code stays as it is, because this browser has no room for a copy of what would be replaced. Delete an old copy under Files, or free some site data, and try again.';

export const draftCopiesOf = (exercise: string) => `draft-copy/${exercise}/`;

export interface DraftCopyRecord {
  readonly version: 1;
  readonly keptAt: number;
  readonly files: readonly SourceFile[];
}

export const draftCopyFormat: Format<DraftCopyRecord> = {
  what: 'A copy of your code',
  version: 1,
  schema: v.object({ version: v.literal(1), keptAt: time, files: filesSchema }),
};
