import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { SaveState } from './draft.ts';
import type { DraftCopies } from './draft-copies.ts';
import { sameFiles } from './draft-files.ts';
import { type DraftRecord, draftFormat, draftName, fingerprint } from './draft-record.ts';
import type { DeviceStorage } from './storage.ts';

type Files = readonly SourceFile[];

export interface DraftSaving {
  readonly outdated: ReadableAtom<boolean>;
  /** The learner changed something. */
  changed(): void;
  /** All files are the starter's again. */
  startedOver(): void;
  /** The files are what a link brought. */
  cameWithLink(): void;
  /** Whether they still are, since then or since another visit. */
  isFromLink(): boolean;
  saveNow(): void;
  settle(choice: 'mine' | 'theirs'): void;
  dispose(): void;
}

interface Part {
  readonly exercise: string;
  readonly starter: Files;
  readonly storage: DeviceStorage;
  readonly copies: DraftCopies;
  readonly saved: WritableAtom<SaveState>;
  /** The learner's own files, without those that are given. */
  readonly files: () => Files;
  /** Shows files that this tab did not write. */
  readonly take: (files: Files) => void;
}

/**
 * Brings a draft to the device and back. Each saving names the one it builds on; a tab that finds a saving it has not
 * seen follows it when it has nothing of its own to lose, and otherwise asks.
 */
export function createDraftSaving(part: Part): DraftSaving {
  const { storage, copies, saved, files } = part;
  const name = draftName(part.exercise);
  const tab = crypto.randomUUID().slice(0, 8);
  const outdated = atom(false);
  const known = fingerprint(part.starter);
  let starter = known;
  let base: DraftRecord | undefined;
  /** This tab holds something that the device does not. */
  let unsaved = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** While a conflict lasts, this tab's version is kept under this id, so that closing the tab loses nothing. */
  let mine: string | undefined;
  let brought: Files | undefined;
  const isFromLink = () => brought !== undefined && sameFiles(brought, files());

  function follow(theirs: DraftRecord): void {
    base = theirs;
    unsaved = false;
    starter = theirs.starter;
    brought = theirs.fromLink && theirs.files;
    outdated.set(starter !== known);
    if (!sameFiles(files(), theirs.files)) part.take(theirs.files);
    saved.set({ kind: 'saved', at: theirs.savedAt });
  }

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!unsaved) return;
    const stored = storage.read(name, draftFormat);
    if (stored.kind === 'found' && !isBase(stored.value)) {
      meet(stored.value);
    } else if (stored.kind === 'unreadable' && stored.reason === 'newer') {
      // Refused, it can still be saved as a file.
      storage.take(name, draftFormat);
      storage.write(name, recordOf((base?.revision ?? 0) + 1));
      saved.set({ kind: 'not saved', because: newerTab });
    } else {
      if (stored.kind === 'unreadable') storage.take(name, draftFormat);
      write((base?.revision ?? 0) + 1);
    }
  }

  function recordOf(revision: number): DraftRecord {
    const record: DraftRecord = { version: 1, revision, by: tab, savedAt: Date.now(), starter, files: files() };
    return isFromLink() ? { ...record, fromLink: true } : record;
  }

  function write(revision: number): void {
    const record = recordOf(revision);
    const written = storage.write(name, record);
    if (written.kind === 'written') {
      follow(record);
    } else {
      // Storage that forgets holds it all the same for as long as this tab lives.
      if (!storage.lasting) base = record;
      saved.set({ kind: 'not saved', because: written.because });
    }
  }

  function isBase(record: DraftRecord): boolean {
    return record.revision === base?.revision && record.by === base.by;
  }

  /** Another tab has saved something that this one does not know yet. */
  function meet(theirs: DraftRecord): void {
    const agreed = sameFiles(theirs.files, files());
    if (unsaved && !agreed) {
      mine ??= `${theirs.revision}-${tab}`;
      const kept = copies.keep(mine, files(), Date.now());
      const refused = kept.kind === 'refused' ? { refused: kept.because } : {};
      saved.set({ kind: 'conflict', theirs: theirs.files, at: theirs.savedAt, ...refused });
    } else {
      if (mine !== undefined) copies.drop(mine);
      mine = undefined;
      follow(theirs);
    }
  }

  function settle(choice: 'mine' | 'theirs'): void {
    const conflict = saved.get();
    if (conflict.kind !== 'conflict') return;
    const stored = storage.read(name, draftFormat);
    const theirs = stored.kind === 'found' ? stored.value : undefined;
    const other = theirs ?? { files: conflict.theirs, savedAt: conflict.at };
    const kept =
      choice === 'theirs' ? copies.keep(mine ?? tab, files(), Date.now()) : copies.secure(other.files, other.savedAt);
    // Whichever is not chosen would be gone.
    if (kept.kind === 'refused') {
      saved.set({ ...conflict, refused: kept.because });
      return;
    }
    if (choice === 'theirs') part.take(other.files);
    if (choice === 'theirs' && theirs) follow(theirs);
    else write((theirs?.revision ?? base?.revision ?? 0) + 1);
    if (choice === 'mine' && mine !== undefined && saved.get().kind === 'saved') copies.drop(mine);
    mine = undefined;
  }

  function heard(): void {
    const stored = storage.read(name, draftFormat);
    if (stored.kind === 'found' && !isBase(stored.value)) meet(stored.value);
    if (stored.kind === 'unreadable' && stored.reason === 'newer') {
      saved.set({ kind: 'not saved', because: newerTab });
    }
    if (stored.kind === 'nothing' && base) {
      base = undefined;
      saved.set({ kind: 'not saved', because: erased });
    }
  }

  const found = storage.read(name, draftFormat);
  if (found.kind === 'unreadable' && found.reason === 'newer') saved.set({ kind: 'not saved', because: newerDraft });
  const opened = storage.take(name, draftFormat);
  if (opened) follow(opened);
  const stops = [storage.watch(name, heard), storage.beforeLeaving(save)];

  return {
    outdated,
    changed() {
      unsaved = true;
      if (saved.get().kind !== 'conflict') saved.set({ kind: 'saving' });
      timer ??= setTimeout(save, saveAfterMs);
    },
    startedOver() {
      starter = known;
      outdated.set(false);
    },
    cameWithLink() {
      brought = files();
    },
    isFromLink,
    saveNow() {
      // Asked for by hand, a save also mends what another tab erased.
      if (saved.get().kind === 'not saved') unsaved = true;
      save();
    },
    settle,
    dispose() {
      save();
      for (const stop of stops) stop();
    },
  };
}

/** Soon enough that a closed laptop loses a word at most, seldom enough that typing stays light. */
const saveAfterMs = 250;

const newerDraft =
  'Your code for this exercise was saved by a newer version of this course, and is kept as it is. Reload this page to get that version.';
const newerTab =
  'Another tab runs a newer version of this course and has saved this exercise since. Copy what you need from here, then reload this page.';
const erased =
  'The saved code was erased in another tab. It is still here: save it again, or close this tab to let it go.';
