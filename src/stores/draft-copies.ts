import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { DraftCopy } from './draft.ts';
import { filesSchema } from './draft-record.ts';
import type { DeviceStorage, Written } from './storage.ts';
import type { Format } from './stored-format.ts';

/** Versions of a draft that gave way to another, or came with a file: kept, so that no choice is final. */
export interface DraftCopies {
  readonly list: ReadableAtom<readonly DraftCopy[]>;
  /** A copy that the device refuses is on the list for as long as this tab lives. */
  keep(id: string, files: readonly SourceFile[], at: number): Written;
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

  return {
    list,
    keep(id, files, at) {
      const written = storage.write<DraftCopyRecord>(beginning + id, { version: 1, keptAt: at, files });
      const all = [{ id, at, files }, ...list.get().filter((copy) => copy.id !== id)];
      for (const old of all.slice(limit)) storage.remove(beginning + old.id);
      list.set(all.slice(0, limit));
      return written;
    },
    drop(id) {
      storage.remove(beginning + id);
      list.set(list.get().filter((copy) => copy.id !== id));
    },
  };
}

/** Storage is about 5 MB for the whole site; ten versions of an exercise are some hundred kB. */
const limit = 10;

export const draftCopiesOf = (exercise: string) => `draft-copy/${exercise}/`;

export interface DraftCopyRecord {
  readonly version: 1;
  readonly keptAt: number;
  readonly files: readonly SourceFile[];
}

export const draftCopyFormat: Format<DraftCopyRecord> = {
  what: 'A copy of your code',
  version: 1,
  schema: v.object({ version: v.literal(1), keptAt: v.number(), files: filesSchema }),
};
