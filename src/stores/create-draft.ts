import { atom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { device } from './device.ts';
import type { Draft, SaveState } from './draft.ts';
import { createDraftCopies } from './draft-copies.ts';
import { sameFiles, textOf, withFile, withName, withoutFile, withText } from './draft-files.ts';
import { createDraftSaving } from './draft-saving.ts';
import { createDraftUndo } from './draft-undo.ts';
import { passedFormat, passedName } from './passed-code.ts';
import type { DeviceStorage, Written } from './storage.ts';
import { keepsNothing } from './storage-words.ts';

type Files = readonly SourceFile[];

export interface DraftOptions {
  /** Paths of the starter that may be read and not changed: they always come from the starter. */
  readonly given?: readonly string[];
  readonly storage?: DeviceStorage;
}

/** Opens the learner's draft of an exercise, or begins one with the starter. Restored code is shown and never run. */
export function createDraft(exercise: string, starter: Files, options: DraftOptions = {}): Draft {
  const { given = [], storage = device } = options;
  const files = atom<Files>(starter);
  const saved = atom<SaveState>(storage.lasting ? { kind: 'untouched' } : { kind: 'not saved', because: keepsNothing });
  const refusal = atom<string | undefined>();
  const copies = createDraftCopies(exercise, storage);
  const steps = createDraftUndo();
  const isGiven = (path: string) => given.includes(path);
  const ownOf = (all: Files) => all.filter((file) => !isGiven(file.path));
  const withGiven = (all: Files) => inOrder([...ownOf(all), ...starter.filter((file) => isGiven(file.path))], starter);
  const saving = createDraftSaving({
    exercise,
    starter,
    storage,
    copies,
    saved,
    files: () => ownOf(files.get()),
    take: (theirs) => files.set(withGiven(theirs)),
  });

  function change(next: Files, step?: string): void {
    refusal.set(undefined);
    if (sameFiles(files.get(), next)) return;
    if (step) steps.remember(step, files.get(), next);
    files.set(next);
    saving.changed();
  }

  /** No copy is needed of what is the starter, the code that passed, or still what a link brought. */
  function isElsewhere(mine: Files): boolean {
    const passed = storage.read(passedName(exercise), passedFormat);
    const known = [starter, ...(passed.kind === 'found' ? [passed.value.files] : [])];
    return saving.isFromLink() || known.some((each) => sameFiles(mine, ownOf(each)));
  }

  /** Other code takes the draft's place once the draft is safe: a step that undo takes back is forgotten with the page. */
  function giveWay(others: Files, step: string): Written {
    const next = withGiven(others);
    const mine = ownOf(files.get());
    const isSafe = sameFiles(files.get(), next) || isElsewhere(mine);
    const kept: Written = isSafe ? { kind: 'written' } : copies.secure(mine, Date.now());
    if (kept.kind === 'written') change(next, step);
    else refusal.set(kept.because);
    return kept;
  }

  function own(path: string): string {
    if (isGiven(path)) throw new Error(`${path} belongs to the exercise: it can be read and not changed.`);
    return path;
  }

  return {
    files,
    saved,
    outdated: saving.outdated,
    undoable: steps.undoable,
    copies: copies.list,
    write: (path, text) => change(withText(files.get(), own(path), text)),
    add: (path, text = '') => change(withFile(files.get(), path, text), `adding ${path}`),
    rename: (from, to) => change(withName(files.get(), own(from), to), `renaming ${from} to ${to}`),
    remove: (path) => change(withoutFile(files.get(), own(path)), `removal of ${path}`),
    replace: (others, what) => change(withGiven(others), what),
    openPassed: (passed) => void giveWay(passed, 'opening the code that passed'),
    openShared(others) {
      const before = files.get();
      giveWay(others, 'opening code from a link');
      // A link to what is here already does not make it somebody else's.
      if (files.get() !== before) saving.cameWithLink();
    },
    refusal,
    reset(path) {
      if (path === undefined) {
        if (giveWay(starter, 'reset of all files').kind === 'written') saving.startedOver();
      } else change(resetOne(files.get(), own(path), starter), `reset of ${path}`);
    },
    undo: () => change(steps.undo(files.get())),
    settle: saving.settle,
    openCopy(id) {
      const copy = copies.list.get().find((candidate) => candidate.id === id);
      if (!copy) throw new Error('That copy is no longer kept on this device.');
      giveWay(copy.files, 'opening a copy');
    },
    dropCopy(id) {
      copies.drop(id);
      refusal.set(undefined);
    },
    saveNow: saving.saveNow,
    dispose: saving.dispose,
  };
}

/** The starter's files in the starter's order, then the learner's own as they come. */
function inOrder(files: Files, starter: Files): Files {
  const place = new Map(starter.map(({ path }, index) => [path, index]));
  const placeOf = ({ path }: SourceFile) => place.get(path) ?? starter.length;
  return files.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function resetOne(files: Files, path: string, starter: Files): Files {
  const text = textOf(starter, path);
  if (text === undefined) throw new Error(`${path} is your own file: the starter has none to go back to.`);
  return textOf(files, path) === undefined ? withFile(files, path, text) : withText(files, path, text);
}
