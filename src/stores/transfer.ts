import { atom, type ReadableAtom } from 'nanostores';
import { device } from './device.ts';
import type { Entry } from './entries.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import type { DeviceStorage, Written } from './storage.ts';
import type { Texts } from './write-all.ts';

/** Brings work in from a file, and takes all of it away. */
export interface Transfer {
  /** Looks and changes nothing. */
  plan(file: ReadonlyMap<string, Entry>): ImportPlan;
  /** All of it or nothing, as it is planned at this moment. */
  apply(file: ReadonlyMap<string, Entry>): Written;
  /** Whether the last import can be taken back: until anything else is changed, here or in another tab. */
  readonly undoable: ReadableAtom<boolean>;
  undo(): Written;
  /** Everything that the course keeps on this device. */
  erase(): void;
}

export function createTransfer(storage: DeviceStorage = device): Transfer {
  const undoable = atom(false);
  let last: { readonly before: Texts; readonly applied: Texts } | undefined;
  let busy = false;

  /** What is done here is not "anything else". */
  function replace(texts: Texts): Written {
    busy = true;
    const written = storage.replace(texts);
    busy = false;
    return written;
  }

  function forget(): void {
    last = undefined;
    undoable.set(false);
  }

  storage.watchAll(() => {
    if (!busy) forget();
  });

  return {
    plan: (file) => planImport(storage, file),
    apply(file) {
      const { texts } = planImport(storage, file);
      const now = storage.texts();
      const old = new Map([...texts.keys()].map((name) => [name, now.get(name)]));
      const written = replace(texts);
      if (written.kind === 'written') {
        last = { before: old, applied: texts };
        undoable.set(true);
      }
      return written;
    },
    undoable,
    undo() {
      // Not every change is told: a page that was frozen hears of none.
      const now = storage.texts();
      if (!last || ![...last.applied].every(([name, text]) => now.get(name) === text)) {
        forget();
        return { kind: 'refused', because: tooLate };
      }
      const written = replace(last.before);
      if (written.kind === 'written') forget();
      return written;
    },
    erase() {
      forget();
      storage.clear();
    },
  };
}

const tooLate = 'Something has changed since, so the loading cannot be taken back any more.';
