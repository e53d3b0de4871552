import { atom, type ReadableAtom } from 'nanostores';
import type { DeviceStorage, Written } from './storage.ts';
import type { Format, Versioned } from './stored-format.ts';

/** One small record on this device that several tabs share: a change by any of them shows in all. */
export interface DeviceRecord<Value> {
  readonly value: ReadableAtom<Value>;
  /** Applies a change to what the device holds now, not to what this tab last saw, so that no tab undoes another. */
  change(edit: (current: Value) => Value): Written;
}

/** `merge` brings together what only this tab knows, after a refused write, and what another tab saved meanwhile. */
export function createRecord<Value extends Versioned>(
  storage: DeviceStorage,
  name: string,
  format: Format<Value>,
  initial: Value,
  merge: (mine: Value, theirs: Value) => Value = (mine) => mine,
): DeviceRecord<Value> {
  const value = atom(storage.take(name, format) ?? initial);
  // Without lasting storage, and after a refused write, this tab alone knows the truth.
  let ahead = false;

  function latest(): Value {
    const stored = storage.read(name, format);
    if (stored.kind !== 'found') return value.get();
    return ahead ? merge(value.get(), stored.value) : stored.value;
  }

  storage.watch(name, () => {
    const stored = storage.read(name, format);
    // What was taken away or replaced as a whole leaves nothing that this tab alone would know.
    if (!storage.unsaved(name)) ahead = false;
    if (stored.kind === 'found') value.set(latest());
    if (stored.kind === 'nothing' && !ahead) value.set(initial);
  });

  return {
    value,
    change(edit) {
      const next = edit(latest());
      const stored = storage.read(name, format);
      value.set(next);
      // Refused, it can still be saved as a file.
      if (stored.kind === 'unreadable') storage.take(name, format);
      const written = storage.write(name, next);
      ahead = written.kind === 'refused' && storage.lasting;
      const isNewer = stored.kind === 'unreadable' && stored.reason === 'newer';
      return isNewer ? { kind: 'refused', because: newerTab } : written;
    },
  };
}

const newerTab =
  'Another tab runs a newer version of this course and has saved since. Reload this page, so that both tabs speak of the same things.';
